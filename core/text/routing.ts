/**
 * Stands as the note beside an agent's status, where colleagues of either language read it: who let so many offers pass
 * was set away.
 */
export const missedOffersNote = (count: number): string =>
  `连续 ${count} 次未接会话邀请，已自动设为离开 · Set away after ${count} missed offers`;
