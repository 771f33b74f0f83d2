import { fnvOf } from '../core/chance/fnv.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { sameTextKey } from '../core/learning/frozen-set.ts';
import type { DisputedMessage, DisputedModel } from '../core/protocol/understanding.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import { outOfScope, type Perception } from '../core/terms/perception.ts';

/** A disputed message on its way into the store. `predicted`: how likely a handoff was then, before any recalibration. */
export type NewDispute = DisputedMessage & { readonly predicted: number | null };

type Sides = Pick<NewDispute, 'tandem' | 'opinion'>;

/** From here on a probability says that a person is needed. */
const needed = 0.5;

/**
 * What a model's opinion leaves for a person to judge: a row for each thing that is learned and on which the two name
 * different labels. A feeling and an intent lie in the words, so the same words make the same row whoever wrote them;
 * whether a person is needed lies in the course, so every message has its own. The same events make the same rows.
 */
export function disputesOf(
  event: EventOf<'second-opinion'>,
  events: readonly ConversationEvent[],
): NewDispute[] {
  const { of } = event.body;
  const message = events.find(({ seq }) => seq === of);
  const perceived = events.find((one) => one.kind === 'perceived' && one.body.of === of);
  if (message?.kind !== 'message-received' || perceived?.kind !== 'perceived') return [];
  const text = removePersonalData(message.body.text, perceived.body.language).trim();
  if (text === '') return [];
  const decided = events.find((one) => one.kind === 'decided' && one.body.of === of);
  const prediction = decided?.kind === 'decided' ? decided.body.needsHuman : undefined;
  const { conversationId, at } = message;
  const words = idOfWords(sameTextKey(text));
  return Object.entries(sidesOf(event.body, perceived.body)).map(([name, sides]) => {
    const model = name as DisputedModel;
    const isOfTheCourse = model === 'handoff';
    return {
      ...sides,
      id: `judged/${model}/${isOfTheCourse ? `${conversationId}/${of}` : words}`,
      model,
      text,
      conversationId,
      seq: of,
      at,
      predicted: isOfTheCourse ? (prediction?.raw ?? null) : null,
    };
  });
}

function sidesOf(
  { opinion, disagreements }: EventOf<'second-opinion'>['body'],
  perceived: Perception,
): Partial<Record<DisputedModel, Sides>> {
  const found: Partial<Record<DisputedModel, Sides>> = {};
  const by = opinion.model;
  const { intent } = perceived;
  for (const { on, rules, model } of disagreements) {
    if (on === 'mood')
      found.emotion = {
        tandem: { label: String(rules), share: perceived.intensity },
        opinion: { label: String(model), share: opinion.intensity, by },
      };
    if (on === 'intent')
      found.intent = {
        tandem: {
          label: String(rules),
          share: intent && rules !== outOfScope ? intent.probability : null,
        },
        opinion: { label: String(model), share: null, by },
      };
    // A wish says more than a need, and is named first.
    if ((on === 'wish' || on === 'need') && !found.handoff) {
      const [tandem, other] = [servedBy(rules), servedBy(model)];
      if (tandem === other) continue;
      found.handoff = {
        // Rules hear a wish or hear none: there is no share of it.
        tandem: { label: tandem, share: on === 'need' ? Number(rules) : null },
        opinion: { label: other, share: Number(model), by },
      };
    }
  }
  return found;
}

const servedBy = (share: string | number): 'human' | 'assistant' =>
  Number(share) >= needed ? 'human' : 'assistant';

const longestWords = 60;

/** Two texts with one beginning are told apart by a hash of the whole. */
const idOfWords = (key: string): string =>
  `${[...key].slice(0, longestWords).join('')}/${(fnvOf(key) >>> 0).toString(36)}`;
