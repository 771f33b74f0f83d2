/** When the assistant gives way. Policy data: an administrator's, versioned with the policy. */
export interface HandoffThresholds {
  /** Consecutive turns that brought the customer no further. */
  readonly turnsWithoutProgress: number;
  /** Times the customer asked again what was answered before. */
  readonly repeatedQuestions: number;
  /** Anger of at least this intensity goes to a human at once. */
  readonly angerIntensity: number;
  /** Milder anger in this many of the last messages does too. */
  readonly angryMessages: number;
  /** Customer messages to the assistant without an end. */
  readonly turns: number;
  /** Minutes with the assistant without an end; counts only together with a turn that did not help. */
  readonly minutes: number;
  /** Beside the thresholds, by how likely a handoff is needed. Absent in older policies: then nothing is predicted. */
  readonly prediction?: {
    readonly enabled: boolean;
    /** What a handoff that comes too late costs, where one that was not needed costs 1. */
    readonly lateCost: number;
  };
}
