import type { Role } from '../terms/actor.ts';
import type { ArticleStatus } from '../terms/article.ts';

/**
 * What somebody does to an article: `save` keeps its status, `draft` sets a change down beside what answers,
 * `review` sends it to a reviewer, `publish` lets it answer, `archive` takes it away.
 */
export type ArticleMove = 'save' | 'draft' | 'review' | 'publish' | 'archive';

export type MoveResult =
  | { readonly kind: 'to'; readonly status: ArticleStatus }
  /** Their role may not, whatever the status: the move is for supervisors. */
  | { readonly kind: 'forbidden' }
  /** Nobody may from this status. */
  | { readonly kind: 'not-from-here' };

const from: Readonly<Record<ArticleMove, readonly ArticleStatus[]>> = {
  save: ['draft', 'review', 'published', 'expired', 'archived'],
  draft: ['draft', 'review', 'published', 'expired', 'archived'],
  review: ['draft', 'review'],
  publish: ['draft', 'review', 'published', 'expired', 'archived'],
  archive: ['draft', 'review', 'published', 'expired'],
};

const target: Readonly<Record<Exclude<ArticleMove, 'save'>, ArticleStatus>> = {
  draft: 'draft',
  review: 'review',
  publish: 'published',
  archive: 'archived',
};

/** An agent writes what answers nobody yet; everything that changes what customers are told is a supervisor's. */
function isAgents(move: ArticleMove, status: ArticleStatus): boolean {
  return (
    move === 'draft' || move === 'review' || (move === 'save' && (status === 'draft' || status === 'review'))
  );
}

/**
 * Where a move leads. A draft set down over a published article is a proposal: what is published goes on answering
 * until the proposal is published in its turn.
 */
export function moveArticle(status: ArticleStatus, move: ArticleMove, role: Role): MoveResult {
  if (role === 'agent' && !isAgents(move, status)) return { kind: 'forbidden' };
  if (!from[move].includes(status)) return { kind: 'not-from-here' };
  return { kind: 'to', status: move === 'save' ? status : target[move] };
}
