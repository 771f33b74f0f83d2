import type { ConversationSummary } from '../../../core/protocol/views.ts';

/** The views of the list. `helping`: where one helps a colleague; `alerts`: what calls for a supervisor. */
export const views = ['waiting', 'mine', 'helping', 'alerts', 'assistant', 'open', 'resolved'] as const;
export type View = (typeof views)[number];

/** Whether a remembered word still names a view: an older version of the desk may have stored it. */
export function isView(word: string): word is View {
  return (views as readonly string[]).includes(word);
}

/** Whether the conversation belongs into the view of this agent. */
export function belongs(summary: ConversationSummary, view: View, agentId: string): boolean {
  if (view === 'resolved') return summary.status === 'resolved';
  if (summary.status !== 'open') return false;
  if (view === 'open') return true;
  if (view === 'waiting') return summary.owner.kind === 'queue';
  if (view === 'helping') return summary.helpers.includes(agentId);
  if (view === 'alerts') return callsForSupervisor(summary);
  if (view === 'assistant') return summary.owner.kind === 'assistant';
  return summary.owner.kind === 'agent' && summary.owner.agentId === agentId;
}

/** A supervisor was called, or a promise of time is broken. */
export function callsForSupervisor(summary: ConversationSummary): boolean {
  return summary.alert !== null || summary.clocks.some((clock) => clock.breached);
}

/**
 * Waiting and one's own conversations stand in the order in which they must be served, which does not change when a
 * message arrives; the rest stands newest first by when the customer was last heard, or by when it was opened where
 * the list is for watching, so that rows do not jump under the pointer.
 */
function order(view: View): (left: ConversationSummary, right: ConversationSummary) => number {
  const byId = (left: ConversationSummary, right: ConversationSummary) => (left.id < right.id ? -1 : 1);
  if (view === 'alerts') {
    const since = (summary: ConversationSummary) => summary.alert?.at ?? summary.updatedAt;
    return (left, right) => since(left) - since(right) || byId(left, right);
  }
  if (view === 'waiting') {
    return (left, right) =>
      right.priority - left.priority ||
      (left.waitingSince ?? left.openedAt) - (right.waitingSince ?? right.openedAt) ||
      byId(left, right);
  }
  if (view === 'resolved') return (left, right) => right.updatedAt - left.updatedAt || byId(left, right);
  return (left, right) => right.openedAt - left.openedAt || byId(left, right);
}

/** The rows of a view, in order. */
export function rowsOf(
  summaries: Iterable<ConversationSummary>,
  view: View,
  agentId: string,
): ConversationSummary[] {
  return [...summaries].filter((summary) => belongs(summary, view, agentId)).sort(order(view));
}

/** How many conversations each open view holds. */
export function countsOf(
  summaries: Iterable<ConversationSummary>,
  agentId: string,
): Record<Exclude<View, 'resolved'>, number> {
  const counts = { waiting: 0, mine: 0, helping: 0, alerts: 0, assistant: 0, open: 0 };
  const counted = ['waiting', 'mine', 'helping', 'alerts', 'assistant', 'open'] as const;
  for (const summary of summaries) {
    for (const view of counted) if (belongs(summary, view, agentId)) counts[view] += 1;
  }
  return counts;
}
