/** Characters in one message. */
export const longestText = 10_000;

/** How many characters must go before the text may be sent; 0 when it fits. */
export function tooManyCharacters(text: string): number {
  return Math.max(0, text.trim().length - longestText);
}

/**
 * Whether this key press sends the message: Enter alone. While an input method composes (pinyin, kana), Enter chooses
 * a candidate and belongs to it; Safari tells that only by key code 229.
 */
export function endsMessage(
  press: Pick<
    KeyboardEvent,
    'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode'
  >,
): boolean {
  return (
    press.key === 'Enter' && !press.shiftKey && !press.altKey && !press.isComposing && press.keyCode !== 229
  );
}
