import { createRandom } from '../../core/chance/random.ts';
import { shuffle } from '../../core/chance/shuffle.ts';
import { accuracy, areaUnderCurve } from '../../core/learning/measures.ts';
import { evaluateIntents } from '../../core/perception/evaluate-intents.ts';
import { type IntentExample, readIntents } from '../../core/perception/learned-intent.ts';
import { trainIntents } from '../../core/perception/train-intents.ts';
import { type EvalRun, type Figures, percent } from '../part.ts';
import { type IntentSplit, intentSplit } from './rows.ts';

type Rows = Readonly<Record<string, Figures>>;

/** Draws of the few examples, and how many of each intent. */
const draws = [1, 2, 3, 4, 5];
const shots = 10;
/** CLINC is measured with a gate that loses little of what is in scope; the product's default loses a little more. */
const lostShare = 0.01;

/** English: all of BANKING77's examples, and CLINC150 with what is out of scope. */
export function measureEnglish({ folders, say }: EvalRun): Rows {
  const rows: Record<string, Figures> = {};
  if (!folders) return rows;
  const banking = intentSplit(folders, 'intent_en', 'banking77');
  if (banking) rows['intent_en.banking77'] = { accuracy: percent(closedAccuracy(banking)) };
  say('intent_en: banking77 done');
  const clinc = intentSplit(folders, 'intent_en', 'clinc150');
  if (clinc) rows['intent_en.clinc150'] = openFigures(clinc);
  return rows;
}

export function measureChinese({ folders }: EvalRun): Rows {
  const rows: Record<string, Figures> = {};
  for (const set of ['smp2017', 'smp2019', 'kuake_qic']) {
    const split = folders ? intentSplit(folders, 'intent_zh', set) : null;
    if (split) rows[`intent_zh.${set}`] = { accuracy: percent(closedAccuracy(split)) };
  }
  return rows;
}

/** Ten examples an intent: the mean over five draws, each asked about all test rows. */
export function measureFewShot({ folders }: EvalRun): Rows {
  const split = folders ? intentSplit(folders, 'intent_en', 'banking77') : null;
  if (!split) return {};
  const shares = draws.map((seed) =>
    closedAccuracy({ train: drawOf(split.train, shots, seed), test: split.test }),
  );
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { 'intent_fewshot.banking77.shot10': { accuracy: percent(mean) } };
}

/** The likeliest intent is the right one; the gate has no say, because every row has an intent. */
function closedAccuracy({ train, test }: IntentSplit): number {
  const learned = readIntents(trainIntents(train, { version: 'eval' }));
  return accuracy(
    test.map(() => 1),
    test.map(({ text, intent }) => (learned.of(text).intent === intent ? 1 : 0)),
  );
}

function openFigures({ train, test }: IntentSplit): Figures {
  const weights = trainIntents(train, { version: 'eval', lostShare });
  const figures = evaluateIntents(weights, test);
  const learned = readIntents(weights);
  return {
    inScopeAccuracy: percent(figures.inScopeAccuracy ?? 0),
    oosRecall: percent(figures.outOfScopeRecall ?? 0),
    oosPrecision: percent(figures.outOfScopePrecision ?? 0),
    oosAuroc: percent(
      areaUnderCurve(
        test.map(({ intent }) => (intent === null ? 1 : 0)),
        test.map(({ text }) => learned.of(text).outOfScopeProbability),
      ),
    ),
  };
}

/** `count` rows of every intent, by chance (Fisher and Yates); all of an intent that has fewer. */
export function drawOf(rows: readonly IntentExample[], count: number, seed: number): IntentExample[] {
  const { next } = createRandom(seed, 3);
  const byIntent = Map.groupBy(rows, ({ intent }) => intent);
  return [...byIntent.keys()].sort().flatMap((intent) => {
    const own = [...byIntent.get(intent)!];
    shuffle(own, next);
    return own.slice(0, count);
  });
}
