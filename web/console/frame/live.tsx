import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { Connection, type ConnectionState } from '../../ui/connection.ts';

const LiveContext = createContext<ConnectionState>('connecting');

/** The state of the live connection. */
export function useLive(): ConnectionState {
  return useContext(LiveContext);
}

/** Keeps lists fresh: what colleagues change in the knowledge base or the team appears without a reload. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<ConnectionState>('connecting');
  useEffect(() => {
    let wasLive = false;
    const connection = new Connection({
      origin: window.location.origin,
      onFrame: (frame) => {
        if (frame.type === 'knowledge') {
          queries.invalidateQueries({ queryKey: ['articles'] });
          queries.invalidateQueries({ queryKey: ['dictionary'] });
          queries.invalidateQueries({ queryKey: ['versions', frame.articleId] });
        }
        if (frame.type === 'insights') queries.invalidateQueries({ queryKey: ['insights'] });
        if (frame.type === 'colleague') queries.invalidateQueries({ queryKey: ['colleagues'] });
      },
      onState: (next) => {
        setState(next);
        // Whatever happened while nobody listened is asked for again.
        if (next === 'live' && wasLive) queries.invalidateQueries();
        if (next === 'live') wasLive = true;
      },
    });
    connection.subscribeDesk();
    connection.open();
    return () => connection.close();
  }, [queries]);
  return <LiveContext.Provider value={state}>{children}</LiveContext.Provider>;
}
