import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';

export const DeskContext = createContext<Desk | null>(null);

/** The store itself, for its actions. */
export function useDeskStore(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDeskStore outside of a signed-in desk');
  return desk;
}

/** A part of the state; the component draws again when that part is another one. `select` must not make new objects. */
export function useDesk<Part>(select: (state: DeskState) => Part): Part {
  const desk = useDeskStore();
  return useSyncExternalStore(desk.subscribe, () => select(desk.state));
}
