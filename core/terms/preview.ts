/** What the assistant does with a question, as far as two states of the knowledge base can differ in it. */
export interface PreviewedAnswer {
  readonly kind: 'answer' | 'clarify' | 'unknown';
  /** The article that answers, or the first of those to choose from; null where nothing is known. */
  readonly articleId: string | null;
  readonly title: string | null;
  /** 0..1. */
  readonly confidence: number;
  /** What the customer would read; empty where nothing is known. */
  readonly text: string;
}

/** A question that customers asked, with how it went then. */
export interface PastQuestion {
  readonly conversationId: string;
  readonly seq: number;
  /** Epoch milliseconds of the latest time. */
  readonly at: number;
  readonly text: string;
  /** How often it was asked, in the same words. */
  readonly times: number;
  /** Whether what was said helped: by rating, by what was asked next, by a handoff; null where nobody knows. */
  readonly went: 'well' | 'badly' | null;
}

/** What somebody said the right answer to a question is: an article, or that nothing answers it. */
export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  readonly articleId: string | null;
}

/** How sure it is that a change is for the better: judged by a person, or by how it went. */
export type PreviewVerdict = 'better' | 'worse' | 'likely-better' | 'likely-worse' | 'unclear';

/** In which way the answer changes. */
export type PreviewChange = 'gained' | 'lost' | 'other-article' | 'reworded' | 'clarified';
