import type { ExampleMatter } from '../../../../core/protocol/understanding.ts';
import type { Bilingual } from '../../../../core/terms/language.ts';
import { emotions, outOfScope } from '../../../../core/terms/perception.ts';
import { asksForPerson, nothingMeant } from '../../../../core/terms/taught.ts';
import { risks } from '../../../../core/terms/triage.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { riskWord } from '../../../../core/text/console-triage.ts';
import { emotionWord } from '../../../../core/text/reasons.ts';

/** The labels that a model knows beforehand; those of intents are whatever people call them. */
export const fixedLabels: Readonly<Record<ExampleMatter, readonly string[]>> = {
  intent: [],
  emotion: emotions,
  handoff: ['human', 'assistant'],
  retrieval: [],
  wish: [asksForPerson, nothingMeant],
  risk: [...risks, nothingMeant],
};

/** A label as people say it. */
export function labelWord(label: string, model: ExampleMatter, t: (entry: Bilingual) => string): string {
  if (model === 'handoff' && (label === 'human' || label === 'assistant')) return t(examplesText[label]);
  if (model === 'wish') return t(label === asksForPerson ? examplesText.asks : examplesText.asksNobody);
  const risk = model === 'risk' ? risks.find((one) => one === label) : undefined;
  if (risk) return t(riskWord[risk]);
  if (model === 'risk' && label === nothingMeant) return t(examplesText.noRisk);
  const emotion = model === 'emotion' ? emotions.find((one) => one === label) : undefined;
  if (emotion) return t(emotionWord[emotion]);
  return label === outOfScope ? t(examplesText.outOfScope) : label;
}
