import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { createQuestionClusters } from '../../core/insights/cluster-questions.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import { questionTerms } from '../../services/question-terms.ts';
import { isKeptForTest, rowsOf } from '../data/folder.ts';
import { type EvalPart, type EvalRun, type Figures, percent } from '../part.ts';
import { pairMeasures } from './cluster-measures.ts';
import { gapFigures } from './gap-matters.ts';
import { type Arrival, simulateTraffic, type Traffic } from './simulated-traffic.ts';
import { detectionDelays, watch } from './watch-traffic.ts';

/** Eight weeks: four to learn from, four that are watched. Four days are three times as busy, unannounced. */
const usualTraffic: Omit<Traffic, 'seed' | 'perDay'> = {
  topics: 200,
  days: 56,
  busyDays: [20, 38, 39, 50],
  dayScatter: 0.3,
  hourScatter: 0.3,
  newTopicsPerDay: 1,
};
const volumes = [500, 2_000, 8_000] as const;
const seeds = [1, 2, 3] as const;
const weeks = 4;

/**
 * What insights promise: false alarms a week of an installation of 200 topics, minutes until a coupon that fails is
 * seen (200 people in 20 minutes, of whom six in ten are put together), and how well questions that ask the same come
 * together.
 */
export const insightsPart: EvalPart = {
  name: 'insights',
  needsData: false,
  measure(run): Readonly<Record<string, Figures>> {
    const delays: number[] = [];
    let alarms = 0;
    let worst = 0;
    const rows: Record<string, Figures> = {};
    for (const perDay of volumes) {
      let own = 0;
      for (const seed of seeds) {
        const arrivals = simulateTraffic({ ...usualTraffic, seed, perDay });
        own += watch(arrivals, 28, 56).length;
        delays.push(...delaysIn(arrivals, seed));
        run.say(`insights: ${perDay} a day, seed ${seed}`);
      }
      alarms += own;
      worst = Math.max(worst, own / (weeks * seeds.length));
      rows[`insights.${perDay}PerDay`] = { falseAlarmsPerWeek: rounded(own / (weeks * seeds.length)) };
    }
    delays.sort((one, other) => one - other);
    const topicDays = usualTraffic.topics * weeks * 7 * seeds.length * volumes.length;
    rows.insights = {
      falseAlarmsPerWeek: rounded(alarms / (weeks * seeds.length * volumes.length)),
      falseAlarmsPerWeekWorst: rounded(worst),
      falseAlarmsPer1000TopicDays: rounded((alarms / topicDays) * 1_000),
      detectionMinutesP50: delays[Math.floor(delays.length / 2)]!,
      detectionMinutesP95: delays[Math.floor(delays.length * 0.95)]!,
      ...clusterFigures(demoQuestions()),
    };
    rows['insights.gaps'] = gapFigures();
    for (const [name, set] of publicSets(run)) rows[`insights.${name}`] = clusterFigures(set);
    return rows;
  },
};

const delaysIn = (arrivals: readonly Arrival[], seed: number) =>
  detectionDelays(arrivals, 30, { people: 200, minutes: 20, heard: 0.6, times: 60, seed });

interface Labelled {
  readonly text: string;
  readonly label: string;
}

/** Our own rows: the article that answers a question says what it asks. */
const demoQuestions = (): Labelled[] =>
  loadQuestions().flatMap(({ text, relevant }) => (relevant[0] ? [{ text, label: relevant[0] }] : []));

/** The fifth of public training rows that the thresholds were not chosen on. */
function publicSets({ folders }: EvalRun): [string, Labelled[]][] {
  if (!folders) return [];
  const rows = ['intent_en', 'intent_zh'].flatMap(
    (name) =>
      rowsOf<{ text: string; intent: string; set: string; split?: string }>(folders.train, name) ?? [],
  );
  return ['banking77', 'clinc150', 'smp2017', 'smp2019'].flatMap((set): [string, Labelled[]][] => {
    const own = rows.filter(
      (row) =>
        row.set === set && row.intent !== 'oos' && isKeptForTest(row) && (row.split ?? 'train') === 'train',
    );
    return own.length === 0 ? [] : [[set, own.map(({ text, intent }) => ({ text, label: intent }))]];
  });
}

function clusterFigures(rows: readonly Labelled[]): Figures {
  const segment = createSegmenter();
  let last = 0;
  const clusters = createQuestionClusters(
    (text) => questionTerms(text, segment),
    () => `c${++last}`,
  );
  const ids = rows.map(({ text }) => clusters.assign(text).id);
  const { ids: refined } = clusters.refine(rows.map(({ text }, place) => ({ text, id: ids[place]! })));
  const { f1, ari, precision, recall } = pairMeasures(
    refined,
    rows.map(({ label }) => label),
  );
  return {
    clusterF1: percent(f1),
    clusterAri: percent(ari),
    clusterPrecision: percent(precision),
    clusterRecall: percent(recall),
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;
