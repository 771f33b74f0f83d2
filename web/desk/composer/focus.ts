/** The conversation whose composer should have the keyboard as soon as it is there. */
let wanted: string | null = null;

/** Puts the keyboard into the composer: at once if it is there, else when this conversation's composer appears. */
export function focusComposer(conversationId: string): void {
  const area = document.getElementById('composer');
  wanted = null;
  if (area?.dataset.conversation === conversationId) area.focus();
  else wanted = conversationId;
}

/** Whether the composer that just appeared should take the keyboard; asked once. */
export function claimFocus(conversationId: string): boolean {
  const claimed = wanted === conversationId;
  if (claimed) wanted = null;
  return claimed;
}
