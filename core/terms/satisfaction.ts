/** What speaks for or against a satisfied customer; the words for each stand in `core/text/satisfaction.ts`. */
export type SatisfactionSign =
  | 'rated'
  | 'agent-says-solved'
  | 'agent-says-unsolved'
  | 'says-solved'
  | 'says-unsolved'
  | 'thanks'
  | 'confirms'
  | 'denies'
  | 'upset'
  | 'pleased'
  | 'calmed'
  | 'worsened'
  | 'asked-again'
  | 'no-progress'
  | 'same-answer'
  | 'answered'
  | 'not-answered'
  | 'left-waiting'
  | 'wants-human'
  | 'words';

/** One sign, with what it rests on. */
export interface SatisfactionReason {
  readonly sign: SatisfactionSign;
  /** In log odds of "solved": above 0 speaks for it. */
  readonly weight: number;
  readonly figures?: Readonly<Record<string, number>>;
  /** Words of the customer. */
  readonly evidence?: readonly string[];
}

/** How a conversation went for the customer, as far as anybody can tell from it. */
export interface SatisfactionEstimate {
  /** 0 (very dissatisfied) to 1 (very satisfied). */
  readonly satisfaction: number;
  /** Probability that the customer's matter was solved. */
  readonly solved: number;
  /** `weights` where what was learned had its say too. */
  readonly by: 'rules' | 'weights';
  /** The strongest first. */
  readonly reasons: readonly SatisfactionReason[];
}

/** What is kept of an estimate in the log when a conversation ends. */
export type KeptEstimate = Pick<SatisfactionEstimate, 'satisfaction' | 'solved' | 'by'>;
