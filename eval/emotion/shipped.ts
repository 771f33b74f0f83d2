import { fnvStart, fnvStep } from '../../core/chance/fnv.ts';
import type { FeatureSpec } from '../../core/learning/hash-features.ts';
import { hashFeatures } from '../../core/learning/hash-features.ts';
import type { LinearModel } from '../../core/learning/linear.ts';
import { trainSoftmax } from '../../core/learning/softmax-regression.ts';
import { type TextModelHead, textModelWeights } from '../../core/learning/text-model.ts';
import type { Columns, Weights } from '../../core/learning/weights-file.ts';
import { moodOf } from '../../core/perception/emotion.ts';
import { readText } from '../../core/perception/read-text.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import { type OwnMessage, ownMessages } from '../../server/learning/own-messages.ts';
import { rowsOf } from '../data/folder.ts';

export interface Labelled {
  readonly text: string;
  readonly label: string;
  readonly weight: number;
}

export const emotionClasses = ['angry', 'anxious', 'sad', 'surprised', 'pleased', 'neutral'] as const;
export const shippedSpec: FeatureSpec = { bits: 18, characters: [1, 3] };

/** The public sets' names of feelings, and ours. */
export const ownNameOf: Readonly<Record<string, string>> = {
  angry: 'angry',
  fear: 'anxious',
  sad: 'sad',
  surprise: 'surprised',
  happy: 'pleased',
  neutral: 'neutral',
};

/** Sets of questions to services: nearly all of them ask calmly, which micro-blogs never teach. */
const calmSets: Readonly<Record<string, number>> = { lcqmc: 2_500, bq: 3_000, epidemic: 1_000 };
const weightOfOwn = 4;
const weightOfDemo = 3;

/** What the shipped model of emotion learns from; a file that the folder does not have is left out. */
export function emotionRows(folder: string, own: readonly OwnMessage[]): Labelled[] {
  const blogs = rowsOf<{ readonly text: string; readonly emotion: string }>(folder, 'emotion_ewect') ?? [];
  const pairs = rowsOf<{ readonly a: string; readonly set: string }>(folder, 'faq_pairs_zh') ?? [];
  const calm = Object.entries(calmSets).flatMap(([set, most]) =>
    [...new Set(pairs.filter((pair) => pair.set === set).map(({ a }) => a))].slice(0, most),
  );
  return [
    ...blogs.map(({ text, emotion }) => ({ text, label: ownNameOf[emotion] ?? 'neutral', weight: 1 })),
    ...calm.map((text) => ({ text, label: 'neutral', weight: 1 })),
    // The demo shop's questions, where the rules hear nothing in them. Those of its unseen half stay unseen here too.
    ...loadQuestions()
      .filter(({ text }) => moodOf(text).emotion === 'neutral')
      .map(({ text }) => ({ text, label: 'neutral', weight: weightOfDemo })),
    ...own.map(({ text, emotion }) => ({ text, label: emotion, weight: weightOfOwn })),
  ];
}

export function trainShipped(rows: readonly Labelled[], classes: readonly string[]): LinearModel {
  return trainSoftmax(
    rows.map(({ text }) => hashFeatures(readText(text), shippedSpec)),
    rows.map(({ label }) => classes.indexOf(label)),
    classes,
    2 ** shippedSpec.bits,
    { epochs: 5, rate: 0.2, rowWeights: Float32Array.from(rows, ({ weight }) => weight) },
  );
}

/** Weights with a version told from their content, and the columns that may be kept in 8 bits. */
type Shipped = [weights: Weights, columns: Columns];

export const trainShippedEmotion = (folder: string): Shipped =>
  shipped('emotion', trainShipped(emotionRows(folder, ownMessages('dev')), emotionClasses));

function shipped(name: string, model: LinearModel): Shipped {
  const head: Omit<TextModelHead, 'classes'> = {
    spec: shippedSpec,
    sharpness: 1,
    offsets: model.classes.map(() => 0),
  };
  const { weights, columns } = textModelWeights(name, `1-${fingerprint(model.weights)}`, model, head);
  return [weights, columns];
}

/** FNV-1a over the weights as 8 hexadecimal digits. */
function fingerprint(values: Float32Array): string {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return (words.reduce(fnvStep, fnvStart) >>> 0).toString(16).padStart(8, '0');
}
