import type { Language } from '../../core/terms/language.ts';
import { fill } from '../../core/text/fill.ts';
import { type WidgetText, widgetText } from '../../core/text/widget.ts';

export type Say = (name: WidgetText, values?: Readonly<Record<string, string | number>>) => string;

/** The widget's sentences in one language. */
export function sayIn(language: Language): Say {
  return (name, values) => fill(widgetText[name][language], values ?? {});
}
