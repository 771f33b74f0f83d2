import { useEffect, useSyncExternalStore } from 'react';

/** Where the reader is: `#/knowledge/7?status=draft` is path `['knowledge', '7']` and its query. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Asks whether the page may be left; true means leave. */
type Ask = () => Promise<boolean>;

interface Guard {
  readonly ask: Ask;
  /** The part of the address that may change without asking: the pages of one section. */
  readonly section: string | undefined;
}

const listeners = new Set<() => void>();
let hash = typeof window === 'undefined' ? '' : window.location.hash;
let route = routeOf(hash);
let hasMoved = false;
let guard: Guard | null = null;
/** One question at a time, however often the reader presses Back. */
let asking = false;

/** The route that a hash names. Parts that are not well encoded are taken as they stand. */
export function routeOf(fromHash: string): Route {
  const [path = '', query = ''] = fromHash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  return { path: parts.map(decoded), query: new URLSearchParams(query) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The hash of a place in the console; empty query values are left out. */
export function hrefOf(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

/** Goes there, past a guard if there is one. `replace` leaves no step behind in the browser's history. */
export function go(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.location.hash = href;
  else {
    window.history.replaceState(null, '', href);
    arrive();
  }
}

function arrive(): void {
  hash = window.location.hash;
  route = routeOf(hash);
  for (const listener of listeners) listener();
}

async function onHashChange(): Promise<void> {
  const wanted = window.location.hash;
  if (wanted === hash) return;
  hasMoved = true;
  if (guard === null || (guard.section !== undefined && routeOf(wanted).path[0] === guard.section))
    return arrive();
  // The browser has already moved: put the address back while the reader decides.
  window.history.pushState(null, '', hash || '#/');
  if (asking) return;
  asking = true;
  const asked = guard;
  const leaves = await asked.ask().finally(() => {
    asking = false;
  });
  if (!leaves) return;
  if (guard === asked) guard = null;
  window.location.hash = wanted;
}

if (typeof window !== 'undefined') window.addEventListener('hashchange', onHashChange);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the reader has gone from one page to another since the console was opened. */
export function hasGone(): boolean {
  return hasMoved;
}

/** The present route; the component draws again when it changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => route);
}

/**
 * While `active`, `ask` is asked before another page of the console, or before another section where one is named.
 * What a reload keeps needs no more than this.
 */
export function useRouteGuard(active: boolean, ask: Ask, section?: string): void {
  useEffect(() => {
    if (!active) return;
    const mine: Guard = { ask, section };
    guard = mine;
    return () => {
      if (guard === mine) guard = null;
    };
  }, [active, ask, section]);
}

/** While `active`, leaving the page asks first: `ask` inside the console, the browser's own question outside. */
export function useLeaveGuard(active: boolean, ask: Ask): void {
  useRouteGuard(active, ask);
  useEffect(() => {
    if (!active) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', beforeUnload);
    return () => window.removeEventListener('beforeunload', beforeUnload);
  }, [active]);
}
