/** One thing that is wrong with an article. */
export type ArticleTrouble =
  | { readonly kind: 'review-due'; readonly since: number }
  | { readonly kind: 'expired'; readonly since: number }
  /** It names a day that has passed. */
  | { readonly kind: 'date-passed'; readonly date: string; readonly since: number }
  /** Asked about far more than before, and unchanged since. */
  | {
      readonly kind: 'matter-moved';
      readonly recent: number;
      readonly before: number;
      readonly unchangedSince: number;
    }
  | { readonly kind: 'never-used'; readonly days: number }
  /** Answers with it fail more often than answers do, by the lower end of the 95 % interval. */
  | {
      readonly kind: 'fails';
      readonly share: number;
      readonly low: number;
      readonly high: number;
      readonly base: number;
      readonly failed: number;
      readonly answered: number;
      readonly handedOver: number;
      readonly askedAgain: number;
      readonly ratedLow: number;
    }
  | { readonly kind: 'competes'; readonly with: string; readonly title: string; readonly times: number };
