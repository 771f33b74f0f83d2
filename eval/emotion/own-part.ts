import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracy, macroF1, precisionRecall } from '../../core/learning/measures.ts';
import { abusiveFrom } from '../../core/perception/abuse.ts';
import { type PerceptionModels, perceive } from '../../core/perception/perceive.ts';
import { type OwnMessage, ownMessages } from '../../server/learning/own-messages.ts';
import { loadPerceptionModels } from '../../server/models.ts';
import { type EvalPart, type Figures, percent } from '../part.ts';
import { emotionClasses } from './shipped.ts';

const warmRounds = 5;
const timedRounds = 15;

/**
 * Messages written later, about what was weak: English worry and grief, irony over one grievance, insults in other
 * words. Whoever wrote the rules knew both halves; `dev` was looked at while they were written.
 */
function laterMessages(): OwnMessage[] {
  return readFileSync(join(import.meta.dirname, 'later-messages.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OwnMessage & { readonly half: 'dev' | 'frozen' })
    .filter(({ half }) => half === 'frozen');
}

/** Own messages of a service, on the half that nothing was chosen on: by rules alone, and as shipped. */
function own(messages: readonly OwnMessage[], models: PerceptionModels): Record<string, Figures> {
  const perceptions = messages.map(({ text, language }) =>
    perceive(text, { fallbackLanguage: language, models }),
  );
  const places = emotionClasses as readonly string[];
  const right = messages.map(({ emotion }) => places.indexOf(emotion));
  const said = perceptions.map(({ emotion }) => places.indexOf(emotion));
  const felt = precisionRecall(
    right.map((place) => (places[place] === 'neutral' ? 0 : 1)),
    said.map((place) => (places[place] === 'neutral' ? 0 : 1)),
  );
  const abuse = precisionRecall(
    messages.map((message) => message.abuse),
    perceptions.map(({ abuse: level = 0 }) => (level >= abusiveFrom ? 1 : 0)),
  );
  return {
    emotion: {
      accuracy: percent(accuracy(right, said)),
      macroF1: percent(macroF1(right, said, places.length)),
      feltPrecision: percent(felt.precision),
      feltRecall: percent(felt.recall),
    },
    abuse: { precision: percent(abuse.precision), recall: percent(abuse.recall) },
  };
}

/**
 * Milliseconds of the whole perception of one message, warm, over short and long messages of both languages: of each
 * message the middle of its rounds, which tells the work from what else the machine does meanwhile.
 */
function timed(models: PerceptionModels): Figures {
  const short = [...ownMessages('dev'), ...ownMessages('frozen')].map(({ text }) => text);
  const long = short
    .filter((_, n) => n % 20 === 0)
    .map((_, n) => short.slice(n * 8, n * 8 + 8).join(n % 2 === 0 ? '，' : '\n'));
  const mix = [...short, ...long];
  const rounds = mix.map(() => new Float64Array(timedRounds));
  for (let round = -warmRounds; round < timedRounds; round++)
    mix.forEach((text, n) => {
      const started = performance.now();
      perceive(text, { fallbackLanguage: 'zh', models });
      if (round >= 0) rounds[n]![round] = performance.now() - started;
    });
  const times = Float64Array.from(rounds, (taken) => taken.sort()[timedRounds >> 1]!).sort();
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)]! * 1000) / 1000;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** What is shipped, over messages that people of this project wrote. Runs with the data, though it reads none. */
export const perceptionPart: EvalPart = {
  name: 'perception',
  needsData: true,
  measure() {
    const models = loadPerceptionModels((file, error) => {
      throw new Error(`${file} cannot be read`, { cause: error });
    });
    const frozen = ownMessages('frozen');
    const named = (prefix: string, figures: Record<string, Figures>) =>
      Object.fromEntries(Object.entries(figures).map(([name, row]) => [`${prefix}.${name}`, row]));
    return {
      perception: timed(models),
      ...named('perception_own_rules', own(frozen, {})),
      ...named('perception_own_shipped', own(frozen, models)),
      ...named('perception_later_shipped', own(laterMessages(), models)),
    };
  },
};
