import { abusiveFrom } from '../core/perception/abuse.ts';
import { trustInPerceived } from '../core/perception/correct-emotion.ts';
import { humanRequestWords } from '../core/perception/human-request.ts';
import { matterWordsOf } from '../core/perception/intent.ts';
import { isChinese } from '../core/perception/language.ts';
import { noWishTaught, type PerceptionModels, perceive } from '../core/perception/perceive.ts';
import { readText } from '../core/perception/read-text.ts';
import { risksOf } from '../core/perception/risk.ts';
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
  /** What the message says of a conversation's course. */
  aside: (perception: Perception) => readonly ExplainedSignal[] = () => [],
): Explanation {
  const began = clock();
  const perception = perceive(text, { fallbackLanguage: language, models });
  const tookMs = clock() - began;
  const wordsOf = (signal: string): Part[] =>
    perception.evidence.filter((one) => one.signal === signal).flatMap(({ words }) => equally(words));
  const risks = perception.risks ?? [];
  return {
    text,
    language: perception.language,
    signals: [
      plain('language', perception.language),
      plain('act', perception.act),
      wishOf(text, perception, models, wordsOf),
      emotionOf(text, perception, language, models, wordsOf(perception.emotion)),
      {
        ...plain('abuse', (perception.abuse ?? 0) >= abusiveFrom ? 'yes' : 'no', wordsOf('abusive')),
        probability: perception.abuse ?? 0,
      },
      ...risks.map((risk) => riskSignal(text, risk, models, wordsOf(risk))),
      ...matterWordsOf(text).map(({ matter, words }) => plain('matter', matter, equally(words))),
      ...aside(perception),
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

/** Words that a rule found have no weights: each was enough, or all were counted alike. */
const equally = (words: readonly string[]): Part[] => words.map((word) => ({ words: word, weight: 1 }));

/** Rules, what was learned where they hear nothing, or what somebody judged of these very words. */
function wishOf(
  text: string,
  { wantsHuman, evidence }: Perception,
  { humanRequest }: PerceptionModels,
  wordsOf: (signal: string) => Part[],
): ExplainedSignal {
  const signal = plain('human-request', wantsHuman ? 'yes' : 'no', wordsOf('wantsHuman'));
  if (evidence.some((one) => one.signal === noWishTaught))
    return { ...signal, by: 'taught', parts: wordsOf(noWishTaught) };
  if (!wantsHuman || humanRequestWords(text).length > 0) return signal;
  return { ...signal, by: humanRequestWords(text, humanRequest).length > 0 ? 'learned' : 'taught' };
}

function riskSignal(
  text: string,
  risk: string,
  models: PerceptionModels,
  parts: readonly Part[],
): ExplainedSignal {
  const byRules = models.phrases === undefined || risksOf(text).some((one) => one.risk === risk);
  return { ...plain('risk', risk, parts), by: byRules ? 'rules' : 'taught' };
}

/**
 * Whose word it is: rules alone, what was learned alone, or both where the rules felt nothing and the learned asked and
 * found nothing either, or where corrections let it stand.
 */
function emotionOf(
  text: string,
  { emotion, intensity }: Perception,
  fallbackLanguage: Language,
  models: PerceptionModels,
  found: readonly Part[],
): ExplainedSignal {
  const byRules = perceive(text, { fallbackLanguage }).emotion;
  const { emotion: shipped, emotionCorrection: correction } = models;
  const beforeCorrection = perceive(text, {
    fallbackLanguage,
    models: shipped ? { emotion: shipped } : {},
  }).emotion;
  const isLearned = shipped !== undefined && beforeCorrection !== byRules && emotion === beforeCorrection;
  const place = isLearned ? shipped.classes.indexOf(emotion) : -1;
  const weighed = isLearned ? shipped.partsFor(readText(text), place, found.length) : found;
  const corrected = correction?.partsFor(text, emotion) ?? [];
  // Corrections weigh in log odds, and so what was perceived before them weighs what they trust it with.
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const scale = corrected.length > 0 && total > 0 ? trustInPerceived / total : 1;
  const parts =
    emotion === beforeCorrection ? weighed.map((part) => ({ ...part, weight: part.weight * scale })) : [];
  for (const part of corrected) if (!parts.some(({ words }) => words === part.words)) parts.push(part);
  parts.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const isAsked =
    correction !== undefined || (shipped !== undefined && byRules === 'neutral' && isChinese(readText(text)));
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
