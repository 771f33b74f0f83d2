import { type Asked, askedOf } from '../core/assist/asked.ts';
import { type ContactFact, factsFor, type KnownOfContact } from '../core/assist/facts.ts';
import { standingIn, stepsOf } from '../core/assist/procedure.ts';
import { type ReplyCandidate, type ReplyKind, rankReplies, type Tally } from '../core/assist/rank-replies.ts';
import { toneFor } from '../core/assist/tone.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { citationOf } from '../core/knowledge/compose-answer.ts';
import { contradictionsOf } from '../core/knowledge/contradictions.ts';
import type { Candidate } from '../core/knowledge/index.ts';
import { marksIn } from '../core/knowledge/marks-in.ts';
import { ownedThings, ownReason } from '../core/knowledge/own-products.ts';
import { moodCourse } from '../core/perception/mood-course.ts';
import type {
  AssistFound,
  AssistPassage,
  AssistProcedure,
  AssistSolved,
  AssistView,
} from '../core/protocol/assist.ts';
import type { ConversationEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { OwnedThing } from '../core/terms/owned-thing.ts';
import { assistWords, factsOfContact } from '../core/text/assist.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type Lookup, lookUp } from './look-up.ts';
import { ownFirst } from './own-first.ts';
import { searchByHand, worthLooking } from './search-by-hand.ts';
import { suggestReplies } from './suggest-replies.ts';
import { sinceOpening } from './turns-of-log.ts';
import type { Understand } from './understand-question.ts';

/** What the team said before, held in memory: no call waits for anything. */
export interface TeamMemory {
  /**
   * Conversations of the same inbox and language that colleagues solved about the same matter, the most alike first,
   * with what they wrote in them; not this one itself.
   */
  alike(
    question: string,
    conversation: Pick<ConversationState, 'id' | 'inboxId' | 'language'>,
  ): readonly SolvedCase[];
  tallyOf(ref: string): Tally;
  tallyOfKind(kind: ReplyKind): Tally;
}

/** A solved conversation as the team's memory finds it. */
export interface SolvedCase extends AssistSolved {
  /** What the colleague wrote there, message by message. `ref` is the same for replies that say the same. */
  readonly replies: readonly { readonly ref: string; readonly text: string }[];
}

export interface AssistNeeds {
  /** Searches what this inbox's staff may read and what is in force now. */
  readonly knowledge: Knowledge;
  readonly team: TeamMemory;
  readonly canWrite: boolean;
}

const mostPassages = 4;
/** Of what an agent looks up by hand. */
const mostFound = 8;
/** A model is given only what is likely. */
const leastConfidence = 0.12;
/**
 * An agent judges for themselves. Confidences are calibrated and share out one question: 质量问题怎么退换 stands at 0.035
 * behind 帐杆断了怎么办 where a customer wants to return a broken pole, and is wanted, too.
 */
const leastShown = worthLooking;
/** Below this the latest words by themselves are about nothing that is known. */
const leadsSomewhere = 0.3;
/** An answer to the agent is short, in characters. */
const longestAnswer = 24;
const mostEarlier = 3;
const mostSolved = 3;
/** A solved conversation less alike than this is about something else. */
const leastLikeness = 0.3;
/** From here on a passage is about the question, and what contradicts it is wrong. */
const certainPassage = 0.3;
/** A list that is less likely than this to be about the matter is no procedure for it. */
const leastProcedure = 0.12;
/** As far back as a procedure is followed. */
const mostFollowed = 120;

/**
 * Everything that stands beside a conversation for the agent. Pure but for the clock that is handed in: look-ups in
 * memory only. `language` is that of the agent, in which advice is worded; what is meant for the customer is in theirs.
 */
export function assistView(
  needs: AssistNeeds,
  conversation: {
    readonly state: ConversationState;
    /** The latest events, oldest first. */
    readonly events: readonly ConversationEvent[];
    readonly contact: KnownOfContact;
  },
  language: Language,
  at: number,
): AssistView {
  const { team } = needs;
  const { state, contact } = conversation;
  const owned = ownedIn(state, contact);
  const knowledge = ownFirst(needs.knowledge, owned);
  const events = sinceOpening(conversation.events);
  const asked = askedOf(events);
  const lookup = lookUpAsked(knowledge, state, asked);
  const question = lookup?.question ?? '';
  const found = (lookup?.candidates ?? []).filter(({ confidence }) => confidence >= leastShown);
  const stands = standingBeside(lookup?.candidates ?? [], knowledge);
  const solved =
    question === ''
      ? []
      : team
          .alike(question, state)
          .filter(({ likeness, worked }) => likeness >= leastLikeness && stands(worked));
  const way = procedureFor(lookup?.candidates ?? [], events);
  const said = saidIn(events);
  return {
    conversationId: state.id,
    of: asked.of,
    question,
    passages: found.slice(0, mostPassages).map(passageOf),
    own: ownReason(found[0], question, owned, knowledge.products) ?? null,
    solved: solved.slice(0, mostSolved).map(({ replies: _, ...one }) => one),
    replies: rankReplies(
      [
        ...(question === '' ? [] : fromArticles(knowledge, question, state.language)),
        ...fromTeam(solved),
        ...fromStep(way, state.language),
      ],
      team.tallyOf,
      team.tallyOfKind,
    ),
    procedure: way?.procedure ?? null,
    facts: factsOf(state, question || asked.text, said, contact, language),
    tone: toneFor(
      { course: moodCourse(state.moods), risks: state.risks, waitedMs: waitedOf(state, at) },
      language,
    ),
    canWrite: needs.canWrite,
  };
}

/**
 * What the latest words lead to; where they lead nowhere (「好了，弄好了」), what the question before them does: an answer
 * to the agent is no new matter.
 */
function lookUpAsked(
  knowledge: Knowledge,
  state: ConversationState,
  { text, earlier }: Asked,
): Lookup | null {
  if (text === '') return null;
  const { answered, choices, language } = state;
  const lookup = lookUp({ questions: earlier, answered, choices }, text, language, knowledge);
  if (lookup.confidence >= leadsSomewhere || text.length > longestAnswer) return lookup;
  for (const question of earlier.slice(-mostEarlier).reverse()) {
    const before = lookUp({ questions: [], answered, choices }, question, language, knowledge);
    if (before.confidence >= leadsSomewhere && before.confidence > lookup.confidence) return before;
  }
  return lookup;
}

/** What counts of the things that a customer has: what the page is about is known better. */
const ownedIn = (
  { products }: Partial<Pick<ConversationState, 'products'>>,
  contact: KnownOfContact,
): readonly OwnedThing[] => (products?.length ? [] : ownedThings(contact));

/** The knowledge with what this customer has first. */
export const knowledgeOf = (
  knowledge: Knowledge,
  state: Partial<Pick<ConversationState, 'products'>>,
  contact: KnownOfContact,
): Knowledge => ownFirst(knowledge, ownedIn(state, contact));

/** What a model may write from, for the latest question of a conversation: found as the help finds it. */
export function writingMaterial(
  whole: Knowledge,
  conversation: Parameters<typeof assistView>[1],
  agentLanguage: Language,
) {
  const { state, contact } = conversation;
  const knowledge = knowledgeOf(whole, state, contact);
  const events = sinceOpening(conversation.events);
  const asked = askedOf(events);
  const lookup = lookUpAsked(knowledge, state, asked);
  const question = lookup?.question ?? '';
  const said = saidIn(events);
  return {
    events,
    language: state.language,
    question,
    passages: (lookup?.candidates ?? [])
      .filter(({ confidence }) => confidence >= leastConfidence)
      .map(({ passage }) => passage),
    facts: factsOf(state, question, said, contact, agentLanguage).map(
      ({ label, value, of }) => `${of} · ${label}: ${value}`,
    ),
  };
}

/** What is known of the matter: the products that the host named with the message, then what it told of the customer. */
function factsOf(
  { products }: Partial<Pick<ConversationState, 'products'>>,
  ...known: Parameters<typeof factsFor>
): ContactFact[] {
  const [, , , language] = known;
  const { product, thisMessage } = factsOfContact;
  return [
    ...(products?.length
      ? [{ label: product[language], value: products.join(', '), of: thisMessage[language] }]
      : []),
    ...factsFor(...known),
  ];
}

const saidIn = (events: readonly ConversationEvent[]) =>
  events.flatMap((event) => (event.kind === 'message-received' ? [event.body.text] : [])).join('\n');

/** How long the customer waits now, or waited for a person and got no reply yet. */
function waitedOf(state: ConversationState, at: number): number {
  const since = [state.customerWaitingSince, state.firstHumanReplyAt === null ? state.waitingSince : null];
  return Math.max(0, ...since.map((one) => (one === null ? 0 : at - one)));
}

/** What the knowledge base has on words that the agent looks up, with where they stand in it. */
export async function assistFound(
  knowledge: Knowledge,
  text: string,
  understand: Understand | undefined,
): Promise<AssistFound> {
  const { candidates, meant, sought } = await searchByHand(knowledge, text, { limit: mostFound, understand });
  const passages = candidates.map((one) => {
    const passage = passageOf(one);
    const marks = marksIn([passage.citation.title, ...passage.headings, passage.text].join('\n'), sought);
    return { ...passage, marks };
  });
  return { passages, ...(meant === null ? {} : { meant }) };
}

function passageOf({ passage, confidence }: Candidate): AssistPassage {
  const { audience, products, effectiveFrom, expiresAt, headings, text } = passage;
  return {
    ref: `${passage.articleId}#${passage.ordinal}`,
    citation: citationOf(passage),
    headings,
    text,
    confidence,
    ...(audience === undefined ? {} : { audience }),
    ...(products === undefined ? {} : { products }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** What is for staff alone is read beside the conversation and is never a reply. */
function fromArticles(knowledge: Knowledge, question: string, language: Language): ReplyCandidate[] {
  return suggestReplies(knowledge, question, language)
    .filter(({ audience }) => audience !== 'staff')
    .map(({ text, citation, confidence }) => ({
      ref: `article:${citation?.articleId}#${citation?.ordinal}`,
      text,
      from: 'article',
      ...(citation ? { citation } : {}),
      relevance: confidence,
    }));
}

/**
 * Whether what a colleague told somebody still stands: it contradicts nothing published that answers the question. What
 * was wrong then, or is no longer so, is neither what worked nor to be said again.
 */
function standingBeside(found: readonly Candidate[], { segment }: Knowledge): (told: string) => boolean {
  const inForce = found
    .filter(({ passage, confidence }) => confidence >= certainPassage && passage.audience !== 'staff')
    .map(({ passage }) => passage);
  return (told) => contradictionsOf(told, inForce, segment).length === 0;
}

/** The same reply in several solved conversations counts for all of them. */
function fromTeam(solved: readonly SolvedCase[]): ReplyCandidate[] {
  const byRef = new Map<string, { text: string; against: number }>();
  for (const { replies, likeness } of solved)
    for (const { ref, text } of replies) {
      const known = byRef.get(ref);
      // Each alike conversation that was solved with it leaves less doubt.
      if (known) known.against *= 1 - likeness;
      else byRef.set(ref, { text, against: 1 - likeness });
    }
  return [...byRef].map(([ref, { text, against }]) => ({ ref, text, from: 'team', relevance: 1 - against }));
}

interface Way {
  readonly procedure: AssistProcedure;
  readonly confidence: number;
  readonly ref: string;
  readonly isInternal: boolean;
}

function procedureFor(found: readonly Candidate[], events: readonly ConversationEvent[]): Way | null {
  for (const { passage } of found) {
    // The steps often stand in a section of their own, below the one that the question led to.
    const confidence = Math.max(
      ...found.flatMap((one) => (one.passage.articleId === passage.articleId ? [one.confidence] : [])),
    );
    if (confidence < leastProcedure) continue;
    const steps = stepsOf(passage.text);
    if (!steps) continue;
    const standing = standingIn(steps, events.slice(-mostFollowed));
    return {
      procedure: {
        citation: citationOf(passage),
        ...(passage.audience === undefined ? {} : { audience: passage.audience }),
        ...standing,
      },
      confidence,
      ref: `step:${passage.articleId}#${passage.ordinal}/${standing.next ?? 0}`,
      isInternal: passage.audience === 'staff',
    };
  }
  return null;
}

/** The next step as words to the customer; an internal procedure tells the agent what to do, not the customer. */
function fromStep(way: Way | null, language: Language): ReplyCandidate[] {
  if (!way || way.isInternal || way.procedure.next === null) return [];
  const { steps, next, citation } = way.procedure;
  if (!steps.some(({ done }) => done) && next === 0) return [];
  const text = assistWords.nextStep[language].replace('{step}', steps[next]!.text.replace(/[。.；;]$/, ''));
  return [{ ref: way.ref, text, from: 'step', citation, relevance: way.confidence }];
}
