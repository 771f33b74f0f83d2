import {
  type Disagreement,
  type Emotion,
  emotions,
  type Opinion,
  outOfScope,
  type Perception,
} from '../terms/perception.ts';
import { type Risk, risks } from '../terms/triage.ts';
import { abusiveFrom } from './abuse.ts';
import { noWishTaught } from './perceive.ts';

/** From here on the model's word that the customer asks for a person counts like the customer's own. */
const surelyAsks = 0.8;
/** From here on it is at least doubtful that nobody was asked for. */
const maybeAsks = 0.5;
/** So far apart are two shares that no rounding and no mood of a model explains it. */
const farApart = 0.4;
/** A feeling weaker than this is as good as none. */
const felt = 0.3;
const longestOpinion = 4_000;

const bad: readonly Emotion[] = ['angry', 'anxious', 'sad'];
const temper = (emotion: Emotion, intensity: number): 'bad' | 'good' | 'calm' => {
  if (intensity < felt) return 'calm';
  return bad.includes(emotion) ? 'bad' : emotion === 'pleased' ? 'good' : 'calm';
};

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1;

/**
 * Reads what a model answered: one JSON object with `wants_human`, `needs_human`, `emotion`, `intensity`, `risks` and,
 * where intents are known, `intent`; words around it are passed over. Null where anything needed is missing or out of
 * its range: half an opinion is none. An unknown risk or intent is left out.
 */
export function readOpinion(text: string, model: string, intents: readonly string[] = []): Opinion | null {
  const written = text.slice(0, longestOpinion);
  const from = written.indexOf('{');
  const to = written.lastIndexOf('}');
  if (from < 0 || to <= from) return null;
  let value: unknown;
  try {
    value = JSON.parse(written.slice(from, to + 1));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const said = value as Readonly<Record<string, unknown>>;
  const emotion = emotions.find((one) => one === said.emotion);
  if (!emotion || !isShare(said.wants_human) || !isShare(said.needs_human) || !isShare(said.intensity))
    return null;
  const named = Array.isArray(said.risks) ? said.risks : [];
  const intent = [...intents, outOfScope].find((one) => one === said.intent);
  return {
    model,
    wantsHuman: said.wants_human,
    needsHuman: said.needs_human,
    emotion,
    intensity: emotion === 'neutral' ? 0 : said.intensity,
    risks: risks.filter((risk) => named.includes(risk)),
    ...(intent === undefined || intents.length === 0 ? {} : { intent }),
  };
}

const isNoWish = ({ evidence }: Perception): boolean =>
  evidence.some(({ signal }) => signal === noWishTaught);

const hundredths = (share: number) => Math.round(share * 100) / 100;

/** Where a model's opinion differs from what the rules perceived; `needsHuman` is what they predicted, if they did. */
export function disagreementsOf(
  perception: Perception,
  needsHuman: number | undefined,
  opinion: Opinion,
): Disagreement[] {
  const found: Disagreement[] = [];
  const isOpposed = perception.wantsHuman
    ? opinion.wantsHuman < 1 - maybeAsks
    : opinion.wantsHuman >= maybeAsks;
  // Where a person has said that nobody is asked for there is nothing to ask again.
  if (isOpposed && !isNoWish(perception))
    found.push({ on: 'wish', rules: perception.wantsHuman ? 1 : 0, model: hundredths(opinion.wantsHuman) });
  if (needsHuman !== undefined && Math.abs(needsHuman - opinion.needsHuman) >= farApart)
    found.push({ on: 'need', rules: hundredths(needsHuman), model: hundredths(opinion.needsHuman) });
  if (temper(perception.emotion, perception.intensity) !== temper(opinion.emotion, opinion.intensity))
    found.push({ on: 'mood', rules: perception.emotion, model: opinion.emotion });
  // Abuse is looked for by degrees, besides.
  const heard: readonly Risk[] = [
    ...(perception.risks ?? []),
    ...((perception.abuse ?? 0) >= abusiveFrom ? (['abuse'] as const) : []),
  ];
  for (const risk of risks)
    if (heard.includes(risk) !== opinion.risks.includes(risk))
      found.push(
        heard.includes(risk)
          ? { on: 'risk', rules: risk, model: 'none' }
          : { on: 'risk', rules: 'none', model: risk },
      );
  const intent = perception.intent?.outOfScope ? outOfScope : perception.intent?.name;
  if (intent !== undefined && opinion.intent !== undefined && intent !== opinion.intent)
    found.push({ on: 'intent', rules: intent, model: opinion.intent });
  return found;
}

/**
 * The message as rules and model together understand it. The mood is the model's, which reads irony and what stands
 * between the lines; a wish for a person or a risk counts when either hears it, for a miss costs more than a false
 * alarm. Language, act and intent stay the rules'.
 */
export function withOpinion(perception: Perception, opinion: Opinion): Perception {
  const heard = perception.risks ?? [];
  return {
    ...perception,
    wantsHuman: perception.wantsHuman || (opinion.wantsHuman >= surelyAsks && !isNoWish(perception)),
    emotion: opinion.emotion,
    intensity: opinion.intensity,
    risks: risks.filter((risk) => heard.includes(risk) || opinion.risks.includes(risk)),
  };
}
