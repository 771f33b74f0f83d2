import type { Language } from '../terms/language.ts';
import type { JudgedQuestion, PreviewChange, PreviewedAnswer, PreviewVerdict } from '../terms/preview.ts';

/** What an edit would change, before it is published: `POST /api/articles/:id/preview`. Times in epoch ms. */
export interface ArticlePreview {
  /** The moment for which the answers were looked up: now, or when the edit comes into force. */
  readonly at: number;
  /** Questions of the past that were asked again, and since when they are. */
  readonly questions: number;
  readonly since: number;
  /** Of the questions that somebody judged: how many are answered rightly, before and after. */
  readonly judged: { readonly total: number; readonly before: number; readonly after: number };
  /** How many questions change in which direction, those not shown included. */
  readonly verdicts: Readonly<Record<PreviewVerdict, number>>;
  /** null where articles are searched by their words alone, since no embedding model is configured. */
  readonly meaning: UnknownMeanings | null;
  /** What a reviewer has to see first comes first; at most 100. */
  readonly changes: readonly PreviewedQuestion[];
}

/** What the embedding model did not tell in time: there the words alone counted. */
export interface UnknownMeanings {
  /** Questions that the product would have asked the meaning of. */
  readonly questions: number;
  /** Question lines and passages of the edit. */
  readonly texts: number;
}

export interface PreviewedQuestion {
  /** Without personal data. */
  readonly text: string;
  readonly language: Language;
  readonly times: number;
  /** Where it was asked last; null for a question that was only judged. */
  readonly conversationId: string | null;
  readonly change: PreviewChange;
  readonly verdict: PreviewVerdict;
  readonly before: PreviewedAnswer;
  readonly after: PreviewedAnswer;
  /** What somebody said is right, if somebody did. */
  readonly judged: Pick<JudgedQuestion, 'id' | 'articleId'> | null;
}

/** A question of the regression suite, as the console lists it. */
export interface JudgedQuestionView extends JudgedQuestion {
  readonly language: Language;
  /** The article's title now; null where nothing should answer, or where the article is gone. */
  readonly title: string | null;
  readonly by: string;
  readonly at: number;
}
