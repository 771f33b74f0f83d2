import { contradictionsOf } from '../core/knowledge/contradictions.ts';
import { additionTo, bringsNothing } from '../core/knowledge/draft-addition.ts';
import { bodyOf, type DraftParts, draftArticle } from '../core/knowledge/draft-article.ts';
import type { RemovedData } from '../core/knowledge/remove-personal-data.ts';
import type { ProposalSource } from '../core/protocol/drafts.ts';
import type { ArticleView } from '../core/protocol/views.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import { noTopic } from '../core/text/no-topic.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { Log } from '../plugs/log.ts';
import { languageSpoken, sinceOpening, turnsOf } from './turns-of-log.ts';

/** What learning asks of the store of articles. */
export interface Drafts {
  add(
    draft: {
      readonly id: string;
      readonly language: Language;
      readonly title: string;
      readonly similarQuestions: readonly string[];
      readonly body: string;
      readonly topic: string;
      readonly status: 'draft';
      readonly sourceConversationId: string;
      readonly inboxIds: readonly string[];
    },
    by: string,
    at: number,
  ): Promise<ArticleView | undefined>;
  find(id: string): Promise<ArticleView | undefined>;
  save(
    id: string,
    version: number,
    change: { readonly inboxIds: readonly string[] },
    by: string,
    at: number,
  ): Promise<{ readonly kind: string }>;
}

/** What it asks of the store of proposals. */
export interface ProposalBook {
  hasTaught(conversationId: string): Promise<boolean>;
  /** Those that hold in the inbox, and with none given all. */
  knownMatters(
    language: Language,
    inboxId: string | undefined,
  ): Promise<
    readonly {
      readonly id: string;
      readonly state: 'waiting' | 'rejected';
      readonly questions: readonly string[];
      readonly sinceRejected: number;
    }[]
  >;
  /** New articles that wait and are to hold in other inboxes alone. */
  waitingElsewhere(
    language: Language,
    inboxId: string,
  ): Promise<
    readonly {
      readonly id: string;
      readonly questions: readonly string[];
      readonly parts: DraftParts;
      readonly body: string;
    }[]
  >;
  add(
    proposal: {
      readonly id: string;
      readonly kind: 'new' | 'addition';
      readonly articleId: string;
      readonly language: Language;
      readonly title: string;
      readonly similarQuestions: readonly string[];
      readonly parts: DraftParts;
      readonly body: string;
      readonly topic: string;
      readonly removed: RemovedData;
      readonly rejectedBefore: string | null;
      /** Where it is to hold; none: everywhere. */
      readonly inboxIds: readonly string[];
    },
    source: ProposalSource,
    at: number,
  ): Promise<void>;
  /** With `inboxId`, the proposal is to hold there as well. */
  join(proposalId: string, source: ProposalSource, at: number, inboxId?: string): Promise<void>;
}

/** What became of a conversation: a proposal of its own, one more conversation behind another, or nothing. */
export interface Learned {
  readonly proposalId: string;
  readonly isNew: boolean;
  readonly articleId: string;
}

/** From this confidence on, the nearest article is about the same matter, and its topic fits. */
const sameTopic = 0.4;
/**
 * From this confidence and likeness of the questions on, what is new goes into that article rather than beside it. An
 * answer that is only probable is not yet about the same.
 */
const sameMatter = { confidence: 0.6, likeness: 0.5 };
/** Two questions that ask the same: their conversations join in one proposal. */
const sameQuestion = 0.72;
/** After a rejection the matter comes up again when so many further conversations were about it. */
export const evidenceAfterRejection = 3;

/**
 * Proposes from a conversation that a human resolved an article, or an addition to one, for a reviewer to judge. A
 * conversation teaches at most once, however often this is called; several on one matter join in one proposal. A matter
 * that was rejected is proposed again only after three further conversations about it. Where there are several inboxes,
 * what was learned in one is proposed for that one, and only what it can see is the same matter or an article to add
 * to; but where another inbox's waiting draft answers the same question in the same way, one draft is proposed for both.
 */
export async function learn(
  needs: {
    readonly log: Pick<Log, 'read'>;
    readonly articles: Drafts;
    readonly proposals: ProposalBook;
    readonly knowledge: Knowledge;
    /** The ids of all inboxes. */
    readonly inboxIds: () => Promise<readonly string[]>;
  },
  resolved: EventOf<'resolved'>,
): Promise<Learned | undefined> {
  const { articles, proposals } = needs;
  const { conversationId } = resolved;
  if (await proposals.hasTaught(conversationId)) return undefined;
  const events = await needs.log.read(conversationId, 0, 5000);
  const current = sinceOpening(events.filter(({ seq }) => seq <= resolved.seq));
  const language = languageSpoken(current);
  const inboxId = inboxOf(events);
  const knowledge = inboxId === undefined ? needs.knowledge : needs.knowledge.within({ inboxId });
  const drafted = draftArticle({ turns: turnsOf(current), language, segment: knowledge.segment });
  if (drafted.kind === 'nothing') return undefined;

  const agentName = resolved.actor.kind === 'agent' ? resolved.actor.name : 'Tandem';
  const source = { conversationId, question: drafted.title, agentName, resolvedAt: resolved.at };
  const asked = [drafted.title, ...drafted.similarQuestions];
  const same = await firstAlike(await proposals.knownMatters(language, inboxId), asked, knowledge);
  const isAgain = same?.state === 'rejected' && same.sinceRejected + 1 >= evidenceAfterRejection;
  if (same && !isAgain) {
    await proposals.join(same.id, source, resolved.at);
    return same.state === 'waiting' ? { proposalId: same.id, isNew: false, articleId: same.id } : undefined;
  }

  const isOneOfSeveral = inboxId !== undefined && (await needs.inboxIds()).length > 1;
  if (isOneOfSeveral && !isAgain) {
    const shared = await sharedElsewhere(needs, knowledge, { language, inboxId, asked, drafted });
    if (shared && (await widen(articles, shared.id, inboxId, resolved.at))) {
      await proposals.join(shared.id, source, resolved.at, inboxId);
      return { proposalId: shared.id, isNew: false, articleId: shared.id };
    }
  }
  const id = `learned-${conversationId}`;
  const [nearest] = knowledge.search(drafted.title, { languages: [language], limit: 1, audience: 'staff' });
  const topic = nearest && nearest.confidence >= sameTopic ? nearest.passage.topic : noTopic[language];
  const { title, similarQuestions, removed } = drafted;
  const inboxIds = isOneOfSeveral ? [inboxId] : [];
  const proposed = {
    id,
    language,
    title,
    similarQuestions,
    topic,
    removed,
    rejectedBefore: same?.id ?? null,
    inboxIds,
  };
  const near =
    nearest &&
    nearest.confidence >= sameMatter.confidence &&
    knowledge.similarity(title, nearest.nearestQuestion) >= sameMatter.likeness
      ? await articles.find(nearest.passage.articleId)
      : undefined;
  if (near) {
    const { parts } = additionTo(near, drafted.parts, knowledge.similarity);
    if (bringsNothing({ parts })) return undefined;
    const addition = { ...proposed, kind: 'addition', articleId: near.id, parts } as const;
    await proposals.add({ ...addition, body: bodyOf(parts, language) }, source, resolved.at);
    return { proposalId: id, isNew: true, articleId: near.id };
  }
  const { parts, body } = drafted;
  const draft = { id, language, title, similarQuestions, body, topic, inboxIds } as const;
  // A repeat after a crash finds its own draft there.
  await articles.add(
    { ...draft, status: 'draft', sourceConversationId: conversationId },
    agentName,
    resolved.at,
  );
  await proposals.add({ ...proposed, kind: 'new', articleId: id, parts, body }, source, resolved.at);
  return { proposalId: id, isNew: true, articleId: id };
}

/**
 * A draft of another inbox that says what was said here. Each inbox may speak for a brand of its own, so the same
 * question is not enough: what was drafted here must stand there, every step of that one here, and no figure may differ.
 */
async function sharedElsewhere(
  { proposals }: { readonly proposals: ProposalBook },
  knowledge: Knowledge,
  here: {
    readonly language: Language;
    readonly inboxId: string;
    readonly asked: readonly string[];
    readonly drafted: { readonly parts: DraftParts; readonly body: string };
  },
) {
  const { similarity, segment } = knowledge;
  const { drafted } = here;
  const there = await proposals.waitingElsewhere(here.language, here.inboxId);
  const saysSame = ({ parts, body }: (typeof there)[number]) =>
    bringsNothing(additionTo({ body }, drafted.parts, similarity)) &&
    additionTo(drafted, parts, similarity).parts.steps.length === 0 &&
    contradictionsOf(drafted.body, [{ title: '', text: body }], segment).length === 0;
  // Few have the same question, and only those are compared sentence by sentence.
  for (let left = there; left.length > 0; ) {
    const alike = await firstAlike(left, here.asked, knowledge);
    if (!alike || saysSame(alike)) return alike;
    left = left.filter((one) => one !== alike);
  }
  return undefined;
}

/** Lets a draft hold in one more inbox; false where somebody wrote it at this very moment, or it is no draft any more. */
async function widen(articles: Drafts, id: string, inboxId: string, at: number): Promise<boolean> {
  const draft = await articles.find(id);
  if (draft?.status !== 'draft' || !draft.inboxIds?.length) return false;
  const inboxIds = [...new Set([...draft.inboxIds, inboxId])];
  const { kind } = await articles.save(id, draft.version, { inboxIds }, draft.updatedBy, at);
  return kind === 'saved';
}

/** Where the conversation was held. */
function inboxOf(events: readonly ConversationEvent[]): string | undefined {
  const opened = events.find(({ kind }) => kind === 'conversation-opened');
  return opened?.kind === 'conversation-opened' ? opened.body.inboxId : undefined;
}

/** After so many matters the process looks whether anybody else wants something: customers must not feel the learning. */
const mattersAtOnce = 20;

async function firstAlike<Matter extends { readonly questions: readonly string[] }>(
  matters: readonly Matter[],
  asked: readonly string[],
  { similarity }: Pick<Knowledge, 'similarity'>,
): Promise<Matter | undefined> {
  for (const [place, matter] of matters.entries()) {
    if (matter.questions.some((known) => asked.some((one) => similarity(one, known) >= sameQuestion)))
      return matter;
    if (place % mattersAtOnce === mattersAtOnce - 1) await new Promise((resume) => setImmediate(resume));
  }
  return undefined;
}
