import { useCallback, useSyncExternalStore } from 'react';

/** What the address says: which conversation is open, and whether a narrow screen shows its context. */
export interface Route {
  readonly conversationId: string | null;
  readonly context: boolean;
}

/** `#/c/{id}` and `#/c/{id}/context`; everything else is the list. */
export function parseRoute(hash: string): Route {
  const match = /^#\/c\/([^/]+)(\/context)?$/.exec(hash);
  if (!match) return { conversationId: null, context: false };
  return { conversationId: decodeURIComponent(match[1]!), context: match[2] !== undefined };
}

export function routeHash(route: Route): string {
  if (route.conversationId === null) return '#/';
  return `#/c/${encodeURIComponent(route.conversationId)}${route.context ? '/context' : ''}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The route, kept in the address so that a reload, a link and the phone's back key all work. */
export function useRoute(): readonly [Route, (route: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const go = useCallback((route: Route) => {
    location.hash = routeHash(route);
  }, []);
  return [parseRoute(hash), go];
}
