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

/**
 * The published articles that are nearest to a proposal, with what they say the same and where they say something
 * else, for a reviewer to read side by side: of what the inboxes see that it is to hold in. `always` names an article that
 * is shown however unlike it is.
 */
export async function neighboursOf(
  needs: {
    readonly knowledge: Knowledge;
    readonly articles: { find(id: string): Promise<ArticleView | undefined> };
  },
  draft: {
    readonly title: string;
    readonly body: string;
    readonly parts: DraftParts;
    readonly language: Language;
    readonly always?: string;
    readonly ownId: string;
    /** None: all. */
    readonly inboxIds: readonly string[];
  },
): Promise<ProposalNeighbour[]> {
  const { knowledge, articles } = needs;
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
