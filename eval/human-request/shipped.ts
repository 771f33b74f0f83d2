import { fitPlatt } from '../../core/learning/calibrate.ts';
import { type FeatureSpec, hashFeatures } from '../../core/learning/hash-features.ts';
import { type LinearModel, scoresOf, trainLinear } from '../../core/learning/linear.ts';
import { type TextModelHead, textModelWeights } from '../../core/learning/text-model.ts';
import type { Columns, Weights } from '../../core/learning/weights-file.ts';
import { humanRequestWords } from '../../core/perception/human-request.ts';
import { clausesOf } from '../../core/perception/human-request-clauses.ts';
import { humanRequestClasses, humanRequestView } from '../../core/perception/human-request-learned.ts';
import { readWhole } from '../../core/perception/read-text.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import { rowsOf } from '../data/folder.ts';
import { type HumanRequestRow, humanRequestRows } from '../human-request.ts';

export const humanRequestSpec: FeatureSpec = { bits: 15, characters: [1, 4], words: [1, 2], skips: true };
const folds = 5;
const cost = 10;
const ordinaryRows = 8_000;
const weightOfOrdinary = 0.5;
/** Where the public rows speak of people of a service, nobody has said whether they are asked for. */
const unclear =
  /人工|真人|客服|专员|工作人员|human|agent|representative|operator|(?:speak|talk|contact|phone|call)\b|someone|somebody|person|customer service/i;

interface Learned extends HumanRequestRow {
  readonly weight: number;
}

/** Our own rows that may be looked at: those for improving the rules and the other authors' first halves. */
export const ownRequestRows = (): HumanRequestRow[] => [
  ...humanRequestRows('development'),
  ...humanRequestRows('second-author', 'A'),
  ...humanRequestRows('third-author', 'A'),
  ...humanRequestRows('fourth-author', 'A'),
];

/** Messages that ask for nobody: of public sets those without any cue, and the demo shop's questions. */
export function ordinaryMessages(folder: string): string[] {
  const texts = (name: string): string[] =>
    (rowsOf<{ readonly text?: string; readonly a?: string }>(folder, name) ?? []).map(
      ({ text, a }) => text ?? a ?? '',
    );
  const dialogues =
    rowsOf<{ readonly turns: readonly { readonly r: string; readonly text: readonly string[] }[] }>(
      folder,
      'helpdesk_stc3_cn',
    ) ?? [];
  const told = dialogues.flatMap(({ turns }) =>
    turns.filter(({ r }) => r === 'c').flatMap(({ text }) => text),
  );
  const all = [...texts('intent_en'), ...texts('intent_zh'), ...texts('faq_pairs_zh'), ...told];
  const calm = [...new Set(all)].filter((text) => text.length < 300 && !unclear.test(text));
  const step = Math.max(1, Math.floor(calm.length / ordinaryRows));
  return [
    ...calm.filter((_, place) => place % step === 0),
    ...loadQuestions().map(({ text }) => text),
  ].filter((text) => humanRequestWords(text).length === 0);
}

export function viewOf(text: string): string {
  const read = readWhole(text);
  return humanRequestView(read, clausesOf(read));
}

export function trainHumanRequest(rows: readonly Learned[]): LinearModel {
  return trainLinear(
    rows.map(({ text }) => hashFeatures(viewOf(text), humanRequestSpec)),
    rows.map(({ y }) => y),
    humanRequestClasses,
    2 ** humanRequestSpec.bits,
    { loss: 'logistic', cost, epochs: 20, rowWeights: Float32Array.from(rows, ({ weight }) => weight) },
  );
}

/** The score of every own row under a model that has not seen it. */
export function outOfFold(own: readonly HumanRequestRow[], ordinary: readonly string[]): Float64Array {
  const scores = new Float64Array(own.length);
  const learned = weighted(own, ordinary);
  for (let fold = 0; fold < folds; fold++) {
    const model = trainHumanRequest(
      learned.filter((_, place) => place >= own.length || place % folds !== fold),
    );
    own.forEach(({ text }, place) => {
      if (place % folds === fold)
        scores[place] = scoresOf(model, hashFeatures(viewOf(text), humanRequestSpec))[1]!;
    });
  }
  return scores;
}

export function weighted(own: readonly HumanRequestRow[], ordinary: readonly string[]): Learned[] {
  return [
    ...own.map((row) => ({ ...row, weight: 1 })),
    ...ordinary.map((text) => ({ text, y: 0, weight: weightOfOrdinary })),
  ];
}

/** The shipped weights and the columns that may be kept in 8 bits. */
export function trainShippedHumanRequest(folder: string): [weights: Weights, columns: Columns] {
  const own = ownRequestRows();
  const ordinary = ordinaryMessages(folder);
  const { slope, offset } = fitPlatt(
    outOfFold(own, ordinary),
    own.map(({ y }) => y),
  );
  // The two classes score with opposite signs: half of the log odds each.
  const head: Omit<TextModelHead, 'classes'> = {
    spec: humanRequestSpec,
    sharpness: slope / 2,
    offsets: [-offset / 2, offset / 2],
  };
  const { weights, columns } = textModelWeights(
    'human-request',
    `1-${own.length}-${ordinary.length}`,
    trainHumanRequest(weighted(own, ordinary)),
    head,
  );
  return [weights, columns];
}
