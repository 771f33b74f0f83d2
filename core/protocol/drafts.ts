import type { ArticleStatus, Audience } from '../terms/article.ts';
import type { ContradictionKind, DraftParts, RemovedData } from '../terms/draft.ts';
import type { Language } from '../terms/language.ts';

/** Shapes of what conversations propose for the knowledge base (知识提案). All times are epoch milliseconds. */

export type ProposalState = 'waiting' | 'accepted' | 'merged' | 'rejected';

/** A proposal as a row of the list: `GET /api/drafts`. */
export interface ProposalRow {
  readonly id: string;
  /** `addition`: only what the article `articleId` does not say yet. */
  readonly kind: 'new' | 'addition';
  /** The draft article of a new one; the article that an addition is for. */
  readonly articleId: string;
  readonly language: Language;
  readonly title: string;
  readonly state: ProposalState;
  /** How many conversations taught it, and when the latest was resolved. */
  readonly conversations: number;
  readonly newestAt: number;
  readonly isRejectedBefore: boolean;
  readonly changedAt: number;
}

export interface ProposalList {
  readonly proposals: readonly ProposalRow[];
  readonly counts: Readonly<Record<ProposalState, number>>;
}

/** A conversation behind a proposal, newest first. */
export interface ProposalSource {
  readonly conversationId: string;
  /** As the customer put it there, without personal data. */
  readonly question: string;
  readonly agentName: string;
  readonly resolvedAt: number;
}

/** Who decided what about a proposal. */
export interface ProposalDecision {
  readonly state: Exclude<ProposalState, 'waiting'>;
  readonly reason: string | null;
  readonly by: string;
  readonly at: number;
  readonly articleId: string | null;
}

/** An article on the same matter, with what it has in common with the proposal and where they disagree. */
export interface ProposalNeighbour {
  readonly articleId: string;
  readonly version: number;
  readonly status: ArticleStatus;
  readonly audience: Audience;
  readonly title: string;
  readonly body: string;
  /** 0..1: how likely the two are about the same. */
  readonly likeness: number;
  readonly same: readonly { readonly drafted: string; readonly published: string }[];
  readonly contradictions: readonly {
    readonly kind: ContradictionKind;
    readonly words: string;
    readonly clause: string;
    readonly differing: { readonly words: string; readonly clause: string };
  }[];
  /** The article with what is new behind it: what merging would save, for the reviewer to change. */
  readonly merged: string;
}

/** Everything a reviewer decides on: `GET /api/drafts/:id`. */
export interface ProposalView extends ProposalRow {
  readonly similarQuestions: readonly string[];
  readonly parts: DraftParts;
  readonly body: string;
  readonly topic: string;
  readonly removed: RemovedData;
  /** The inboxes that it is to hold in; none: all. A reviewer may widen it. */
  readonly inboxIds: readonly string[];
  /** The model that wrote it; empty where it was extracted by rules. */
  readonly writtenBy: string;
  /** The version of the draft article; 0 for an addition. */
  readonly draftVersion: number;
  readonly sources: readonly ProposalSource[];
  readonly decision: ProposalDecision | null;
  /** The decision on an earlier proposal of the same matter. */
  readonly rejectedBefore: ProposalDecision | null;
  readonly neighbours: readonly ProposalNeighbour[];
}
