import { useCallback, useEffect, useState } from 'react';
import type { Colleague } from '../../core/protocol/views.ts';
import { ApiError, api, onSignedOut } from './api.ts';

/** `failed` means that nobody knows: the server could not be asked. */
export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly agent: Colleague }
  | { readonly state: 'failed'; readonly error: unknown };

/** Who is signed in, asked once and kept until a call says otherwise. */
export function useSession(): {
  readonly session: Session;
  readonly signedIn: (agent: Colleague) => void;
  readonly signOut: () => Promise<void>;
  readonly retry: () => void;
} {
  const [session, setSession] = useState<Session>({ state: 'loading' });
  const retry = useCallback(() => {
    setSession({ state: 'loading' });
    api
      .get<{ agent: Colleague }>('/api/session')
      .then(({ agent }) => setSession({ state: 'signed-in', agent }))
      .catch((error: unknown) => {
        const signedOut =
          error instanceof ApiError && (error.code === 'not-signed-in' || error.code === 'session-expired');
        setSession(signedOut ? { state: 'signed-out' } : { state: 'failed', error });
      });
  }, []);
  useEffect(() => {
    onSignedOut(() => setSession({ state: 'signed-out' }));
    retry();
  }, [retry]);
  const signedIn = useCallback((agent: Colleague) => setSession({ state: 'signed-in', agent }), []);
  const signOut = useCallback(async () => {
    await api.delete('/api/session');
    setSession({ state: 'signed-out' });
  }, []);
  return { session, signedIn, signOut, retry };
}
