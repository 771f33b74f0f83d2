import { contradictionsOf } from '../core/knowledge/contradictions.ts';
import { additionTo, mergedBody } from '../core/knowledge/draft-addition.ts';
import type { DraftParts } from '../core/knowledge/draft-article.ts';
import type { ProposalNeighbour } from '../core/protocol/drafts.ts';
import type { ArticleView } from '../core/protocol/views.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

const mostNeighbours = 3;
/** Below this an article is about something else. */
const leastLikeness = 0.2;
/** Another draft is on the same matter where much the same was asked, or something like it was solved the same way. */
const sameMatter = { question: 0.5, nearQuestion: 0.18, body: 0.6 };
/** After so many drafts the process looks whether anybody else wants something. */
const draftsAtOnce = 20;

/** Another proposal that waits: a draft nobody is answered with yet. */
export interface WaitingDraft {
  /** Of the proposal, and of its draft article where it has one. */
  readonly id: string;
  readonly questions: readonly string[];
  readonly body: string;
}

/**
 * The articles that are nearest to a proposal, those that answer before those that wait for a decision themselves, with
 * what they say the same and where they say something else, for a reviewer to read side by side: of what the inboxes see
 * that it is to hold in. `always` names an article that is shown however unlike it is.
 */
export async function neighboursOf(
  needs: {
    readonly knowledge: Knowledge;
    readonly articles: { find(id: string): Promise<ArticleView | undefined> };
    readonly waiting: readonly WaitingDraft[];
  },
  draft: {
    readonly title: string;
    readonly similarQuestions: readonly string[];
    readonly body: string;
    readonly parts: DraftParts;
    readonly language: Language;
    readonly always?: string;
    readonly ownId: string;
    /** None: all. */
    readonly inboxIds: readonly string[];
  },
): Promise<ProposalNeighbour[]> {
  const { knowledge, articles, waiting } = needs;
  const likeness = new Map<string, number>();
  const sights =
    draft.inboxIds.length === 0
      ? [knowledge]
      : draft.inboxIds.map((inboxId) => knowledge.within({ inboxId }));
  const queries = [draft.title, `${draft.title}\n${draft.body.slice(0, 400)}`];
  const options = { languages: [draft.language], limit: 6, audience: 'staff' } as const;
  for (const sight of sights)
    for (const { passage, confidence } of queries.flatMap((query) => sight.search(query, options)))
      likeness.set(passage.articleId, Math.max(confidence, likeness.get(passage.articleId) ?? 0));
  if (draft.always && !likeness.has(draft.always)) likeness.set(draft.always, 0);
  const nearest = [...likeness]
    .filter(([id, share]) => id !== draft.ownId && (share >= leastLikeness || id === draft.always))
    .sort(([one, first], [other, second]) =>
      one === draft.always ? -1 : other === draft.always ? 1 : second - first,
    )
    .slice(0, mostNeighbours);
  nearest.push(...(await alikeAmong(waiting, draft, knowledge.similarity)).slice(0, mostNeighbours));
  const found: ProposalNeighbour[] = [];
  for (const [id, share] of nearest) {
    const article = await articles.find(id);
    if (!article) continue;
    const { parts, known } = additionTo(article, draft.parts, knowledge.similarity);
    const against = contradictionsOf(
      draft.body,
      [{ title: article.title, text: article.body }],
      knowledge.segment,
    );
    found.push({
      articleId: id,
      version: article.version,
      status: article.status,
      audience: article.audience ?? 'everyone',
      title: article.title,
      body: article.body,
      likeness: Math.round(share * 100) / 100,
      same: known,
      contradictions: against.map(({ kind, words, clause, differing }) => ({
        kind,
        words,
        clause,
        differing,
      })),
      merged: mergedBody(article.body, parts, draft.language),
    });
  }
  return found;
}

/** Drafts on the same matter with how alike they are, the most alike first. */
async function alikeAmong(
  drafts: readonly WaitingDraft[],
  own: Pick<Parameters<typeof neighboursOf>[1], 'title' | 'similarQuestions' | 'body' | 'ownId'>,
  similarity: Knowledge['similarity'],
): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (const [place, { id, questions, body }] of drafts.entries()) {
    if (place % draftsAtOnce === draftsAtOnce - 1) await new Promise((resume) => setImmediate(resume));
    if (id === own.ownId) continue;
    let question = 0;
    for (const asked of [own.title, ...own.similarQuestions])
      for (const other of questions) question = Math.max(question, similarity(asked, other));
    if (question < sameMatter.nearQuestion) continue;
    const solution = similarity(own.body, body);
    if (question >= sameMatter.question || solution >= sameMatter.body)
      found.push([id, Math.max(question, solution)]);
  }
  return found.sort(([, one], [, other]) => other - one);
}
