import { fnvOf } from '../core/chance/fnv.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { sameTextKey } from '../core/learning/frozen-set.ts';
import type { DisputedMessage, DisputedModel } from '../core/protocol/understanding.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import { outOfScope, type Perception } from '../core/terms/perception.ts';
import { asksForPerson, nothingMeant } from '../core/terms/taught.ts';

/** A disputed message on its way into the store. `predicted`: how likely a handoff was then, before any recalibration. */
export type NewDispute = DisputedMessage & { readonly predicted: number | null };

type Sides = Pick<NewDispute, 'tandem' | 'opinion'>;

/** From here on a share says that a person is asked for, or needed. */
const needed = 0.5;

/**
 * What a model's opinion leaves for a person to judge: a row for each matter on which the two name different labels, of
 * risks one for each. A feeling, an intent, a wish and a risk lie in the words, so the same words make the same row
 * whoever wrote them; whether a person is needed lies in the course, so every message has its own. The same events make
 * the same rows.
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
  return sidesOf(event.body, perceived.body).map(({ model, about, ...sides }) => {
    const isOfTheCourse = model === 'handoff';
    return {
      ...sides,
      id: `judged/${about ?? model}/${isOfTheCourse ? `${conversationId}/${of}` : words}`,
      model,
      text,
      conversationId,
      seq: of,
      at,
      predicted: isOfTheCourse ? (prediction?.raw ?? null) : null,
    };
  });
}

/** `about` tells several of one matter apart. */
type Side = Sides & { readonly model: DisputedModel; readonly about?: string };

function sidesOf(
  { opinion, disagreements }: EventOf<'second-opinion'>['body'],
  perceived: Perception,
): Side[] {
  const by = opinion.model;
  const { intent } = perceived;
  const hasWish = disagreements.some(({ on }) => on === 'wish');
  return disagreements.flatMap(({ on, rules, model }): Side[] => {
    const [ours, theirs] = [String(rules), String(model)];
    switch (on) {
      case 'mood':
        return [
          {
            model: 'emotion',
            tandem: { label: ours, share: perceived.intensity },
            opinion: { label: theirs, share: opinion.intensity, by },
          },
        ];
      case 'intent':
        return [
          {
            model: 'intent',
            tandem: { label: ours, share: intent && rules !== outOfScope ? intent.probability : null },
            opinion: { label: theirs, share: null, by },
          },
        ];
      case 'wish':
        return [
          {
            model: 'wish',
            // Rules hear a wish or hear none: there is no share of it.
            tandem: { label: askedFor(rules), share: null },
            opinion: { label: askedFor(model), share: Number(model), by },
          },
        ];
      case 'risk':
        return [
          {
            model: 'risk',
            about: `risk/${ours === nothingMeant ? theirs : ours}`,
            tandem: { label: ours, share: null },
            opinion: { label: theirs, share: null, by },
          },
        ];
      case 'need':
        // A wish says more than a need, and shares far apart on one side of the line are no question.
        if (hasWish || servedBy(rules) === servedBy(model)) return [];
        return [
          {
            model: 'handoff',
            tandem: { label: servedBy(rules), share: Number(rules) },
            opinion: { label: servedBy(model), share: Number(model), by },
          },
        ];
      default:
        return [];
    }
  });
}

const askedFor = (share: string | number): string => (Number(share) >= needed ? asksForPerson : nothingMeant);
const servedBy = (share: string | number): 'human' | 'assistant' =>
  Number(share) >= needed ? 'human' : 'assistant';

const longestWords = 60;

/** Two texts with one beginning are told apart by a hash of the whole. */
const idOfWords = (key: string): string =>
  `${[...key].slice(0, longestWords).join('')}/${(fnvOf(key) >>> 0).toString(36)}`;
