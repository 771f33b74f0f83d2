import { bestOf } from '../../core/learning/linear.ts';
import { accuracy, macroF1 } from '../../core/learning/measures.ts';
import { readText } from '../../core/perception/read-text.ts';
import { loadPerceptionModels } from '../../server/models.ts';
import { rowsOf, type Split, splitOf } from '../data/folder.ts';
import { type EvalPart, type EvalRun, type Figures, percent } from '../part.ts';
import { type Example, trainLearners } from './learners.ts';
import { ownNameOf } from './shipped.ts';
import { viewsOf } from './views.ts';

const emotions = ['angry', 'happy', 'sad', 'fear', 'surprise', 'neutral'];
const yesNo = ['0', '1'];

interface EmotionRow {
  readonly text: string;
  readonly emotion: string;
  readonly set: string;
}
interface PolarityRow {
  readonly text: string;
  readonly label: number;
}
interface AbuseRow {
  readonly text: string;
  readonly y: number;
}

type Asked = Readonly<Record<string, readonly Example[]>>;

/** Trains on one set, with so many networks, and asks about several; figures by name. */
function measured(
  train: readonly Example[],
  classes: readonly string[],
  asked: Asked,
  { networks, say }: { readonly networks: number; readonly say: EvalRun['say'] },
) {
  const said = trainLearners(train, classes, networks, say);
  return Object.fromEntries(
    Object.entries(asked).map(([name, examples]) => {
      const right = examples.map(({ label }) => label);
      const answers = examples.map(({ views, group }) => said(views, group));
      return [
        name,
        {
          macroF1: percent(macroF1(right, answers, classes.length)),
          accuracy: percent(accuracy(right, answers)),
        },
      ];
    }),
  );
}

function examplesOf<Row extends { readonly text: string }>(
  rows: readonly Row[],
  labelOf: (row: Row) => number,
  groupOf: (row: Row) => string = () => '',
): Example[] {
  return rows.map((row) => ({ views: viewsOf(row.text), label: labelOf(row), group: groupOf(row) }));
}

function measureEmotion({ train, test }: Split<EmotionRow>, run: EvalRun): Record<string, Figures> {
  const labelOf = ({ emotion }: EmotionRow) => emotions.indexOf(emotion);
  const asked = examplesOf(test, labelOf, ({ set }) => set);
  const sets = [...new Set(asked.map(({ group }) => group))].sort();
  return measured(
    examplesOf(train, labelOf, ({ set }) => set),
    emotions,
    Object.fromEntries(
      sets.map((set) => [`emotion_ewect.${set}`, asked.filter(({ group }) => group === set)]),
    ),
    { networks: 1, say: run.say },
  );
}

/** The weights of the product, which know the same six feelings by other names. */
function measureShipped({ test }: Split<EmotionRow>, { say }: EvalRun): Record<string, Figures> {
  const { emotion } = loadPerceptionModels((file, error) => {
    throw new Error(`${file} cannot be read`, { cause: error });
  });
  if (!emotion) {
    say('emotion_ewect: models/emotion.bin is missing');
    return {};
  }
  const places = emotions.map((name) => emotion.classes.indexOf(ownNameOf[name]!));
  const figures: Record<string, Figures> = {};
  for (const set of [...new Set(test.map((row) => row.set))].sort()) {
    const rows = test.filter((row) => row.set === set);
    const right = rows.map((row) => places[emotions.indexOf(row.emotion)]!);
    const said = rows.map(({ text }) => bestOf(emotion.probabilities(readText(text))));
    figures[`emotion_ewect.${set}`] = {
      macroF1: percent(macroF1(right, said, emotions.length)),
      accuracy: percent(accuracy(right, said)),
    };
  }
  return figures;
}

function nothingShips({ say }: EvalRun, name: string): Record<string, Figures> {
  say(`${name}: nothing of it ships`);
  return {};
}

/** Emotion and polarity of what people write about, and attacks on people. */
export const emotionParts: readonly EvalPart[] = [
  {
    name: 'emotion_ewect',
    needsData: true,
    measure(run) {
      const emotion = splitOf<EmotionRow>(run.folders!, 'emotion_ewect');
      if (!emotion) return {};
      return run.shipped ? measureShipped(emotion, run) : measureEmotion(emotion, run);
    },
  },
  {
    name: 'sentiment_shopping',
    alsoCalled: ['sentiment_waimai'],
    needsData: true,
    measure(run) {
      if (run.shipped) return nothingShips(run, 'sentiment_shopping');
      const { train, test } = run.folders!;
      const shopping = splitOf<PolarityRow>(run.folders!, 'sentiment_shopping');
      const waimai = rowsOf<PolarityRow>(test ?? train, 'sentiment_waimai');
      const learned = shopping?.train ?? rowsOf<PolarityRow>(train, 'sentiment_shopping');
      if (!learned || (!shopping && !waimai)) return {};
      const labelOf = ({ label }: PolarityRow) => label;
      const figures = measured(
        examplesOf(learned, labelOf),
        yesNo,
        {
          ...(shopping ? { sentiment_shopping: examplesOf(shopping.test, labelOf) } : {}),
          ...(waimai ? { sentiment_waimai: examplesOf(waimai, labelOf) } : {}),
        },
        { networks: 0, say: run.say },
      );
      return Object.fromEntries(
        Object.entries(figures).map(([name, { accuracy: share }]) => [name, { accuracy: share! }]),
      );
    },
  },
  {
    name: 'abuse_cold',
    needsData: true,
    measure(run): Record<string, Figures> {
      if (run.shipped) return nothingShips(run, 'abuse_cold');
      const split = splitOf<AbuseRow>(run.folders!, 'abuse_cold');
      if (!split) return {};
      const labelOf = ({ y }: AbuseRow) => y;
      const { abuse_cold: figures } = measured(
        examplesOf(split.train, labelOf),
        yesNo,
        { abuse_cold: examplesOf(split.test, labelOf) },
        { networks: 0, say: run.say },
      );
      return { abuse_cold: { macroF1: figures!.macroF1! } };
    },
  },
];
