import type { TextModel } from '../learning/text-model.ts';
import type { Language } from '../terms/language.ts';
import type { Perception } from '../terms/perception.ts';
import { abuseOf } from './abuse.ts';
import { actOf } from './act.ts';
import type { EmotionCorrection } from './correct-emotion.ts';
import { moodOf } from './emotion.ts';
import { humanRequestWords, isExplicitRequest } from './human-request.ts';
import { detectLanguage } from './language.ts';
import type { LearnedIntents } from './learned-intent.ts';
import { type FoundRisk, risksOf } from './risk.ts';
import type { Taught, TaughtPhrases } from './taught-phrases.ts';

/** What was learned, by signal. Each is optional: a signal without one is perceived by rules alone. */
export interface PerceptionModels {
  readonly emotion?: TextModel;
  readonly humanRequest?: TextModel;
  /** What agents put right on this installation, on top of all else that tells an emotion. */
  readonly emotionCorrection?: EmotionCorrection;
  readonly intents?: LearnedIntents;
  /** What people judged of whole messages on this installation: wishes for a person, and risks. */
  readonly phrases?: TaughtPhrases;
}

/**
 * What one customer message means, by rules and, where models are given, by what was learned: under a millisecond,
 * never throws, linear in the text. `fallbackLanguage` is that of the conversation so far.
 */
export function perceive(
  text: string,
  {
    fallbackLanguage,
    models = {},
  }: { readonly fallbackLanguage: Language; readonly models?: PerceptionModels },
): Perception {
  const taught = models.phrases?.of(text);
  const human = wishIn(text, models.humanRequest, taught);
  const abuse = abuseOf(text);
  const shipped = moodOf(text, models.emotion, abuse);
  const mood = models.emotionCorrection?.correct(text, shipped) ?? shipped;
  const risks = withTaught(risksOf(text), text, taught);
  const act = actOf(text);
  // Courtesies ask for nothing.
  const intent = act === 'question' ? models.intents?.of(text) : undefined;
  const evidence = [
    { signal: 'wantsHuman', words: human },
    { signal: noWishTaught, words: taught?.wish === 'none' && human.length === 0 ? [quoted(text)] : [] },
    { signal: mood.emotion, words: mood.words },
    { signal: 'abusive', words: abuse.words },
    ...risks.map(({ risk, words }) => ({ signal: risk, words })),
  ];
  const weights = [
    models.emotion,
    models.humanRequest,
    models.emotionCorrection,
    models.intents,
    models.phrases,
  ].flatMap((model) => (model ? [[model.name, model.version] as const] : []));
  return {
    language: detectLanguage(text, fallbackLanguage),
    wantsHuman: human.length > 0,
    emotion: mood.emotion,
    intensity: mood.intensity,
    abuse: abuse.level,
    act,
    risks: risks.map(({ risk }) => risk),
    ...(intent && {
      intent: {
        name: intent.intent,
        probability: Math.round(intent.probability * 100) / 100,
        outOfScope: intent.outOfScope,
        outOfScopeProbability: Math.round(intent.outOfScopeProbability * 1000) / 1000,
      },
    }),
    evidence: evidence.filter(({ words }) => words.length > 0),
    ...(weights.length > 0 ? { weights: Object.fromEntries(weights) } : {}),
  };
}

/** Under this name stand the words of which a person said that they ask for nobody. */
export const noWishTaught = 'wantsNobody';
const longestQuote = 80;
const quoted = (text: string): string => text.trim().slice(0, longestQuote);

/** Plain words are heard whatever was taught; of all else a person's word goes before the rules' and the weights'. */
function wishIn(text: string, model: TextModel | undefined, taught: Taught | undefined): string[] {
  const heard = humanRequestWords(text, model);
  if (taught?.wish === 'human' && heard.length === 0) return [quoted(text)];
  return taught?.wish === 'none' && heard.length > 0 && !isExplicitRequest(text) ? [] : heard;
}

function withTaught(
  found: readonly FoundRisk[],
  text: string,
  taught: Taught | undefined,
): readonly FoundRisk[] {
  const missed = (taught?.risks ?? []).filter((risk) => !found.some((one) => one.risk === risk));
  return missed.length === 0 ? found : [...found, ...missed.map((risk) => ({ risk, words: [quoted(text)] }))];
}
