import type { ArticleReach, Audience, Citation } from '../terms/article.ts';
import type { AssistKind } from '../terms/event.ts';
import type { Language } from '../terms/language.ts';

/** Shapes of the help that stands beside a conversation (实时辅助). All times are epoch milliseconds. */

/** A passage of the knowledge base that answers the customer's latest words. */
export interface AssistPassage
  extends Pick<ArticleReach, 'audience' | 'products' | 'effectiveFrom' | 'expiresAt'> {
  /** `ARTICLE#ORDINAL`. */
  readonly ref: string;
  readonly citation: Citation;
  readonly headings: readonly string[];
  /** Markdown of the passage. */
  readonly text: string;
  /** 0..1, calibrated. */
  readonly confidence: number;
  /** Of a search by hand: the sought words as they stand in the title, the headings and the text. */
  readonly marks?: readonly string[];
}

/** What an agent found by hand: `GET /api/conversations/:id/assist/search`. */
export interface AssistFound {
  readonly passages: readonly AssistPassage[];
  /** The words as they may have been meant, where something was found by these. */
  readonly meant?: string;
}

/** A conversation that a colleague solved, about the same matter. */
export interface AssistSolved {
  /** The conversation. */
  readonly ref: string;
  /** The customer's question there, without personal data. */
  readonly question: string;
  /** What the colleague wrote that helped, without personal data. */
  readonly worked: string;
  readonly agentName: string;
  readonly resolvedAt: number;
  readonly rating: number | null;
  /** 0..1: how alike the matters are. */
  readonly likeness: number;
}

/** A reply to take over with one key, best first. */
export interface AssistReply {
  readonly ref: string;
  readonly text: string;
  /** `article`: composed from knowledge; `team`: as colleagues answered this before; `step`: asks for or tells the next step. */
  readonly from: 'article' | 'team' | 'step';
  readonly citation?: Citation;
  readonly confidence: number;
  /** How often colleagues sent it when they had it before them, and how often they had. */
  readonly sent: number;
  readonly shown: number;
}

/** A procedure that fits, and where this conversation stands in it. */
export interface AssistProcedure {
  readonly citation: Citation;
  /** `staff`: it tells the agent what to do, and is not for the customer. */
  readonly audience?: Audience;
  readonly steps: readonly { readonly text: string; readonly done: boolean }[];
  /** Place of the next step; null when all are done. */
  readonly next: number | null;
}

/** A fact of this customer that bears on what they ask: their order, device, plan. */
export interface AssistFact {
  readonly label: string;
  readonly value: string;
  /** Which record it is of: 「订单 …」. */
  readonly of: string;
}

/** How to meet the customer's mood: a sentence for the agent, never for the customer. */
export interface AssistTone {
  readonly code: string;
  readonly advice: string;
}

/** Everything beside a conversation after the customer's message `of`: `GET /api/conversations/:id/assist`. */
export interface AssistView {
  readonly conversationId: string;
  /** Seq of the customer message that it is about; 0 where they said nothing yet. */
  readonly of: number;
  /** What was looked up. */
  readonly question: string;
  readonly passages: readonly AssistPassage[];
  /** The product that the customer has, by `of`, and for which the first passage is: that spoke for it. */
  readonly own: { readonly product: string; readonly of: string } | null;
  readonly solved: readonly AssistSolved[];
  readonly replies: readonly AssistReply[];
  readonly procedure: AssistProcedure | null;
  readonly facts: readonly AssistFact[];
  readonly tone: AssistTone | null;
  /** Whether a model is configured: drafts, rewriting and translation are there. */
  readonly canWrite: boolean;
}

/** Something in the agent's draft that contradicts what is published, or that a customer should not read. */
export interface DraftWarning {
  readonly code: string;
  /** A sentence for the agent, in their language. */
  readonly message: string;
  /** The words of the draft that it is about. */
  readonly words: string;
  /** The clause it contradicts, and its own words. */
  readonly citation?: Citation;
  readonly clause?: string;
  /** From when to when the clause is in force; null is no limit. */
  readonly effectiveFrom?: number | null;
  readonly expiresAt?: number | null;
}

/** `POST /api/conversations/:id/assist/check`: what is known of a draft while it is written. */
export interface DraftCheck {
  readonly warnings: readonly DraftWarning[];
  /** What the team would most likely write next, to be shown as ghost text behind the caret; null where nothing is likely. */
  readonly completion: { readonly ref: string; readonly text: string } | null;
}

/** What a model may be asked to write for an agent: `POST /api/conversations/:id/assist/write`. */
export type WritingTask =
  | { readonly kind: 'draft' }
  | { readonly kind: 'shorter' | 'kinder' | 'formal'; readonly text: string }
  | { readonly kind: 'translate'; readonly text: string; readonly to: Language }
  | { readonly kind: 'summary' };

/** What comes over the stream of `POST …/assist/write`: each as `event: NAME` with this as its `data`. */
export interface WritingEvents {
  /** More words, to be put behind those before. */
  readonly text: { readonly text: string };
  /** All is written and checked. `text` is the whole, which replaces what was streamed. */
  readonly done: { readonly ref: string; readonly text: string; readonly citations: readonly Citation[] };
  /** What was streamed must not be used. */
  readonly failed: { readonly code: string; readonly message: string };
}

/**
 * What became of the help in a period: `GET /api/assist/figures?from&to`. Shares are 0 to 1, times in ms; null where
 * there is nothing to measure. Who takes help is not drawn by lot: `handling` compares, and proves no cause.
 */
export interface AssistFigures {
  readonly from: number;
  readonly to: number;
  /** Replies that agents sent. */
  readonly replies: number;
  /** Replies with something taken ÷ replies with something shown. */
  readonly acceptance: { readonly value: number | null; readonly part: number; readonly of: number };
  /** Replies sent as they were taken ÷ replies with something taken. */
  readonly asTaken: { readonly value: number | null; readonly part: number; readonly of: number };
  /** The mean edit distance of what was taken, 0 (as it was) to 1. */
  readonly edited: { readonly value: number | null; readonly of: number };
  /** Times that each kind of help was before an agent who sent a reply, and times that it was taken. */
  readonly kinds: readonly { readonly kind: AssistKind; readonly shown: number; readonly taken: number }[];
  /** Handling time of ended conversations in which an agent took help at least once, and of those in which none did. */
  readonly handling: {
    readonly with: { readonly meanMs: number | null; readonly medianMs: number | null; readonly of: number };
    readonly without: {
      readonly meanMs: number | null;
      readonly medianMs: number | null;
      readonly of: number;
    };
  };
}
