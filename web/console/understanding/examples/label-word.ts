import type { LearnedModel } from '../../../../core/protocol/understanding.ts';
import type { Bilingual } from '../../../../core/terms/language.ts';
import { emotions, outOfScope } from '../../../../core/terms/perception.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { emotionWord } from '../../../../core/text/reasons.ts';

/** The labels that a model knows beforehand; those of intents are whatever people call them. */
export const fixedLabels: Readonly<Record<LearnedModel, readonly string[]>> = {
  intent: [],
  emotion: emotions,
  handoff: ['human', 'assistant'],
  retrieval: [],
};

/** A label as people say it. */
export function labelWord(label: string, model: LearnedModel, t: (entry: Bilingual) => string): string {
  if (model === 'handoff' && (label === 'human' || label === 'assistant')) return t(examplesText[label]);
  const emotion = model === 'emotion' ? emotions.find((one) => one === label) : undefined;
  if (emotion) return t(emotionWord[emotion]);
  return label === outOfScope ? t(examplesText.outOfScope) : label;
}
