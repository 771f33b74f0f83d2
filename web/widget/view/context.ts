import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Messenger } from '../messenger.ts';
import { type Say, sayIn } from '../say.ts';
import type { ViewState } from '../view-state.ts';

export interface Surroundings {
  readonly messenger: Messenger;
  readonly state: ViewState;
  readonly origin: string;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error('drawn outside of the widget');
  return surroundings;
}

/** The widget's sentences in the customer's language. */
export function useSay(): Say {
  return sayIn(useSurroundings().state.language);
}
