import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { fill } from '../../../core/text/fill.ts';
import { type WidgetText, widgetText } from '../../../core/text/widget.ts';
import type { Messenger } from '../messenger.ts';
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

export type Say = (name: WidgetText, values?: Readonly<Record<string, string | number>>) => string;

/** The widget's sentences in the customer's language. */
export function useSay(): Say {
  const { language } = useSurroundings().state;
  return (name, values) => fill(widgetText[name][language], values ?? {});
}
