/**
 * Wraps an action whose button disappears with it: the focus goes on in the conversation instead of being lost to the
 * page, so that Esc and the keyboard still work. On a phone the field is left alone, or the keyboard would open.
 */
export function useRefocus() {
  return (action: () => void) => (event: { readonly currentTarget: EventTarget & Node }) => {
    const panel = (event.currentTarget.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.panel');
    const field = panel?.querySelector<HTMLElement>('.composer textarea');
    action();
    (matchMedia('(pointer: coarse)').matches ? panel : field)?.focus();
  };
}
