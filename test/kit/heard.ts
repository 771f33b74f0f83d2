import type { Page } from 'playwright-core';

/** Keeps what live regions tell: text that is added where the nearest word on it is not `off`. */
function listen(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const speaks = (from: Element | null): boolean => {
    for (let at = from; at; at = at.parentElement) {
      const live = at.getAttribute('aria-live');
      if (live !== null) return live !== 'off';
      if (['log', 'status', 'alert'].includes(at.getAttribute('role') ?? '')) return true;
    }
    return false;
  };
  const take = (place: Node, added: Node) => {
    const element = added instanceof Element ? added : added.parentElement;
    const isPlaceLive = speaks(place instanceof Element ? place : place.parentElement);
    if (!isPlaceLive || !speaks(element) || element?.closest('[aria-hidden=true]')) return;
    const text = added.textContent?.trim();
    if (text) heard.push(text);
  };
  const watch = (root: Node) =>
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') take(target, target);
        else for (const added of addedNodes) take(target, added);
      }
    }).observe(root, { subtree: true, childList: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const shadow = attach.call(this, options);
    watch(shadow);
    return shadow;
  };
}

/** Call it before the page is opened: what somebody who listens to the page is told is kept from then on. */
export async function listenTo(page: Page): Promise<void> {
  await page.addInitScript(listen);
}

/** How often something with these words was told. */
export function timesHeard(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      (globalThis as unknown as { heard: string[] }).heard.filter((one) => one.includes(wanted)).length,
    words,
  );
}
