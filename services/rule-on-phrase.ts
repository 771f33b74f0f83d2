import { abusiveFrom } from '../core/perception/abuse.ts';
import { type PerceptionModels, perceive } from '../core/perception/perceive.ts';
import type { ExampleMatter, Ruling, TaughtMatter, TrainingExample } from '../core/protocol/understanding.ts';
import { asksForPerson, nothingMeant } from '../core/terms/taught.ts';

/** Whether examples of a matter act as they stand, without a training. */
export const isTaught = (matter: ExampleMatter): matter is TaughtMatter =>
  matter === 'wish' || matter === 'risk';

/**
 * What a judged wish or risk comes to with the models that perceive now: what they would make of the words without
 * anything taught, and whether they are understood as judged. A miss of the built-in rules stays countable though it
 * no longer happens. Undefined for every other example.
 */
export function rulingOf(
  { model, text, label }: Pick<TrainingExample, 'model' | 'text' | 'label'>,
  models: PerceptionModels,
): Ruling | undefined {
  if (!isTaught(model)) return undefined;
  const { phrases, ...builtIn } = models;
  const byItself = understands(model, text, label, builtIn);
  return {
    builtIn: byItself ? 'agrees' : label === nothingMeant ? 'false-alarm' : 'misses',
    holds: byItself || (phrases !== undefined && understands(model, text, label, models)),
  };
}

function understands(matter: TaughtMatter, text: string, label: string, models: PerceptionModels): boolean {
  const { wantsHuman, risks = [], abuse = 0 } = perceive(text, { fallbackLanguage: 'zh', models });
  if (matter === 'wish') return wantsHuman === (label === asksForPerson);
  const heard: readonly string[] = abuse >= abusiveFrom ? [...risks, 'abuse'] : risks;
  return label === nothingMeant ? heard.length === 0 : heard.includes(label);
}
