/** A notification of the system, if the agent allowed them and looks elsewhere. A click opens the conversation. */
export function notifyOf(conversationId: string, title: string, body: string): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  const notification = new Notification(title, { body, tag: conversationId });
  notification.onclick = () => {
    window.focus();
    location.hash = `#/c/${conversationId}`;
    notification.close();
  };
}
