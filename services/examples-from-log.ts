import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { isFrozen } from '../core/learning/frozen-set.ts';
import type { TrainingExample } from '../core/protocol/understanding.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';

/** An example on its way into the store. `predicted`: how likely a handoff was then, before any recalibration. */
export type NewExample = TrainingExample & { readonly predicted: number | null };

/** What one event teaches: a row, or a row to take back because what it said is no longer so. */
export type Lesson =
  | { readonly kind: 'put'; readonly example: NewExample }
  | { readonly kind: 'withdraw'; readonly id: string };

/** The kinds of events that teach something, for whoever reads the log. */
export const teachingKinds = ['perception-corrected', 'rated', 'resolved'] as const;
type Teaching = EventOf<(typeof teachingKinds)[number]>;

/** From here on an agent's words are those of an article. */
const sameWords = 0.6;
/** Besides the article an agent may greet and close, in few words. */
const courtesyLength = 40;

/**
 * What an event teaches, read with the events of its conversation up to it. The same events give the same rows with
 * the same ids, so reading the log again changes nothing. `passagesOf` gives the texts of an article as customers read
 * them; `similarity` compares two texts, 0..1.
 */
export async function lessonsOf(
  event: Teaching,
  events: readonly ConversationEvent[],
  needs: {
    readonly similarity: (one: string, other: string) => number;
    readonly passagesOf: (articleId: string) => Promise<readonly string[]>;
  },
): Promise<Lesson[]> {
  const until = events.filter(({ seq }) => seq <= event.seq);
  if (event.kind === 'perception-corrected') return ofCorrection(event, until);
  if (event.kind === 'rated') return ofRating(event, until);
  return (await ofNeedlessHandoff(event, until, needs)) ?? [];
}

function ofCorrection(
  event: EventOf<'perception-corrected'>,
  events: readonly ConversationEvent[],
): Lesson[] {
  const { of, what, from, to } = event.body;
  const id = `correction/${event.conversationId}/${of}/${what}`;
  if (from === to) return [{ kind: 'withdraw', id }];
  const author = event.actor.kind === 'agent' ? event.actor.name : '';
  const example = exampleAt(events, of, {
    id,
    model: what,
    label: to,
    source: 'correction',
    author,
    at: event.at,
  });
  return example ? [{ kind: 'put', example }] : [];
}

/** Only where the assistant served alone and nobody asked for a person does a rating speak of the assistant. */
function ofRating(event: EventOf<'rated'>, events: readonly ConversationEvent[]): Lesson[] {
  const { score } = event.body;
  const session = sinceOpening(events);
  const isServedByPeople = session.some(
    ({ kind, actor }) =>
      kind === 'assigned' ||
      kind === 'handoff-requested' ||
      (kind === 'message-sent' && actor.kind === 'agent'),
  );
  const asked = session.findLast((one) => one.kind === 'decided' && one.body.question !== undefined);
  if (isServedByPeople || score === 3 || asked?.kind !== 'decided') return [];
  const example = exampleAt(session, asked.body.of, {
    id: `rating/${event.conversationId}/${asked.body.of}`,
    model: 'handoff',
    label: score < 3 ? 'human' : 'assistant',
    source: 'rating',
    author: '',
    at: event.at,
  });
  return example ? [{ kind: 'put', example }] : [];
}

/** The assistant handed over by its own decision, and the agent solved it with an article that it had at hand. */
async function ofNeedlessHandoff(
  event: EventOf<'resolved'>,
  events: readonly ConversationEvent[],
  { similarity, passagesOf }: Parameters<typeof lessonsOf>[2],
): Promise<Lesson[] | undefined> {
  const { disposition } = event.body;
  if (event.actor.kind !== 'agent') return undefined;
  if (disposition !== 'solved' && disposition !== 'solved-with-follow-up') return undefined;
  const session = sinceOpening(events);
  const handoff = session.findLast(({ kind }) => kind === 'handoff-requested');
  if (handoff?.kind !== 'handoff-requested' || handoff.body.by !== 'assistant') return undefined;
  const decided = session.findLast((one) => one.kind === 'decided' && one.seq < handoff.seq);
  if (decided?.kind !== 'decided') return undefined;
  const words = session.flatMap((one) =>
    one.kind === 'message-sent' && one.actor.kind === 'agent' && one.seq > handoff.seq ? [one.body.text] : [],
  );
  const [longest = '', ...others] = [...words].sort((one, other) => other.length - one.length);
  if (others.some(({ length }) => length > courtesyLength)) return undefined;
  for (const { articleId } of decided.body.considered)
    for (const passage of await passagesOf(articleId))
      if (similarity(longest, passage) >= sameWords) {
        const example = exampleAt(session, decided.body.of, {
          id: `needless-handoff/${event.conversationId}/${decided.body.of}`,
          model: 'handoff',
          label: 'assistant',
          source: 'needless-handoff',
          author: event.actor.name,
          at: event.at,
        });
        return example ? [{ kind: 'put', example }] : undefined;
      }
  return undefined;
}

function exampleAt(
  events: readonly ConversationEvent[],
  of: number,
  rest: Pick<NewExample, 'id' | 'model' | 'label' | 'source' | 'author' | 'at'>,
): NewExample | undefined {
  const message = events.find(({ seq }) => seq === of);
  if (message?.kind !== 'message-received') return undefined;
  const perceived = events.find((one) => one.kind === 'perceived' && one.body.of === of);
  const language = perceived?.kind === 'perceived' ? perceived.body.language : 'zh';
  const text = removePersonalData(message.body.text, language).trim();
  if (text === '') return undefined;
  const decided = events.find((one) => one.kind === 'decided' && one.body.of === of);
  const predicted = decided?.kind === 'decided' ? (decided.body.needsHuman?.raw ?? null) : null;
  const { conversationId } = message;
  // A judged wish holds as it stands, and is measured by nothing.
  const isHeldBack = rest.model !== 'wish' && isFrozen(text);
  return { ...rest, text, conversationId, seq: of, isFrozen: isHeldBack, predicted };
}

/** A reopened conversation is a new matter. */
function sinceOpening(events: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const start = events.findLastIndex(({ kind }) => kind === 'reopened');
  return start < 0 ? events : events.slice(start);
}
