import { mattersOf } from '../core/perception/intent.ts';
import { type PerceptionModels, perceive } from '../core/perception/perceive.ts';
import type { ExplainedSignal, Explanation } from '../core/protocol/understanding.ts';
import type { Language } from '../core/terms/language.ts';
import type { Perception } from '../core/terms/perception.ts';

type Part = ExplainedSignal['parts'][number];

/**
 * What a message means, signal by signal, with the words that carried each: the very perception that a customer's
 * message gets, taken apart. `clock` tells milliseconds.
 */
export function explainPerception(
  text: string,
  language: Language,
  models: PerceptionModels,
  versions: Explanation['versions'],
  clock: () => number,
): Explanation {
  const began = clock();
  const perception = perceive(text, { fallbackLanguage: language, models });
  const tookMs = clock() - began;
  const wordsOf = (signal: string): Part[] =>
    perception.evidence
      .filter((one) => one.signal === signal)
      .flatMap(({ words }) => words.map((word) => ({ words: word, weight: 1 })));
  const risks = perception.risks ?? [];
  return {
    text,
    language: perception.language,
    signals: [
      plain('language', perception.language),
      plain('act', perception.act),
      plain('human-request', perception.wantsHuman ? 'yes' : 'no', wordsOf('wantsHuman')),
      emotionOf(text, perception, language, models, wordsOf(perception.emotion)),
      {
        ...plain('abuse', (perception.abuse ?? 0) >= 0.5 ? 'yes' : 'no', wordsOf('abusive')),
        probability: perception.abuse ?? 0,
      },
      ...risks.map((risk) => plain('risk', risk, wordsOf(risk))),
      ...mattersOf(text).map((matter) => plain('matter', matter)),
      ...intentOf(text, perception, models),
    ],
    versions,
    tookMs: Math.round(tookMs * 1000) / 1000,
  };
}

const plain = (
  signal: ExplainedSignal['signal'],
  value: string,
  parts: readonly Part[] = [],
): ExplainedSignal => ({ signal, value, probability: null, by: 'rules', parts });

/** Whose word it is: rules alone, what was learned alone, or rules that what was learned did not overrule. */
function emotionOf(
  text: string,
  { emotion, intensity }: Perception,
  fallbackLanguage: Language,
  models: PerceptionModels,
  found: readonly Part[],
): ExplainedSignal {
  const byRules = perceive(text, { fallbackLanguage }).emotion;
  const parts = [...found];
  for (const part of models.emotionCorrection?.partsFor(text, emotion) ?? [])
    if (!parts.some(({ words }) => words === part.words)) parts.push(part);
  const isAsked = models.emotion !== undefined || models.emotionCorrection !== undefined;
  const by = byRules !== emotion ? 'learned' : isAsked ? 'both' : 'rules';
  return { signal: 'emotion', value: emotion, probability: intensity, by, parts };
}

function intentOf(text: string, perception: Perception, { intents }: PerceptionModels): ExplainedSignal[] {
  if (!perception.intent || !intents) return [];
  const { intent, probability, outOfScope, outOfScopeProbability, evidence } = intents.of(text);
  return [
    { signal: 'intent', value: intent, probability, by: 'learned', parts: evidence },
    {
      signal: 'out-of-scope',
      value: outOfScope ? 'yes' : 'no',
      probability: outOfScopeProbability,
      by: 'learned',
      parts: [],
    },
  ];
}
