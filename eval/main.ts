/**
 * `npm run -s eval -- [--train DIR [--test DIR]] [--shipped] [--only NAME,…] [--json]`: quality on fixed data, one flat
 * JSON object or tables. With `--train` the parts that learn are trained on that folder and asked about the other, or
 * about a fifth of the same where none is named; `--shipped` asks the product's own weights instead. With
 * `--only retrieval --kb FOLDER --questions FILE` any folder of documents is asked.
 */
import { parseArgs } from 'node:util';
import { completionsPart } from './completions.ts';
import { contradictionRows, measureContradictions } from './contradictions.ts';
import { draftDialogues, measureDrafts } from './drafts.ts';
import { perceptionPart } from './emotion/own-part.ts';
import { emotionParts } from './emotion/part.ts';
import { handoffParts } from './handoff/part.ts';
import { humanRequestPart } from './human-request/part.ts';
import { insightsPart } from './insights/part.ts';
import { intentParts } from './intent/part.ts';
import type { EvalPart, EvalRun, Figures } from './part.ts';
import { loadScenario, measurePeak } from './peak.ts';
import { measurePersonalData, personalDataRows, secondRows } from './personal-data.ts';
import { bareNamesPart } from './personal-names/part.ts';
import { retrievalPart } from './retrieval/part.ts';
import { satisfactionParts } from './satisfaction/part.ts';
import { measureSideBySide } from './side-by-side.ts';
import { spellingPart } from './spelling.ts';
import { strangersPart } from './strangers/part.ts';

const prefixed = (prefix: string, rows: Readonly<Record<string, object>>): Record<string, Figures> =>
  Object.fromEntries(Object.entries(rows).map(([name, figures]) => [`${prefix}.${name}`, { ...figures }]));

const parts: readonly EvalPart[] = [
  retrievalPart,
  spellingPart,
  strangersPart,
  {
    name: 'peak',
    needsData: false,
    measure: () => ({
      ...prefixed('peak', measurePeak(loadScenario('peak'))),
      ...prefixed('peakLanguages', measurePeak(loadScenario('peak-languages'))),
    }),
  },
  {
    name: 'personal_data',
    needsData: false,
    measure: () => ({
      personal_data: measurePersonalData(personalDataRows('frozen')).figures,
      'personal_data.development': measurePersonalData(personalDataRows('development')).figures,
      'personal_data.second': measurePersonalData(secondRows('unseen')).figures,
      'personal_data.third': measurePersonalData(personalDataRows('frozen-third')).figures,
      'personal_data.second.seen': measurePersonalData(secondRows('seen')).figures,
    }),
  },
  bareNamesPart,
  { name: 'drafts', needsData: false, measure: () => ({ drafts: measureDrafts(draftDialogues()).figures }) },
  {
    name: 'contradictions',
    needsData: false,
    measure: () => ({
      contradictions: measureContradictions(contradictionRows('frozen')).figures,
      'contradictions.development': measureContradictions(contradictionRows('development')).figures,
    }),
  },
  ...handoffParts,
  ...intentParts,
  ...emotionParts,
  humanRequestPart,
  insightsPart,
  ...satisfactionParts,
  perceptionPart,
  completionsPart,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    train: { type: 'string' },
    test: { type: 'string' },
    kb: { type: 'string' },
    questions: { type: 'string' },
    shipped: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if ((values.kb === undefined) !== (values.questions === undefined))
  refuse('--kb FOLDER and --questions FILE belong together.');
const folders = values.train === undefined ? undefined : { train: values.train, ...testOf(values.test) };
const run: EvalRun = {
  ...(folders === undefined ? {} : { folders }),
  ...(values.kb !== undefined && values.questions !== undefined
    ? { knowledge: { folder: values.kb, questions: values.questions } }
    : {}),
  shipped: values.shipped,
  say: (line) => console.error(line),
};
const chosen = chosenParts(values.only);
const all: Record<string, number> = {};
if (values.json && chosen.length > 1 && folders !== undefined) {
  // Times are taken last, when nothing else runs.
  const timed = chosen.filter(({ name }) => name === perceptionPart.name);
  for (const group of [chosen.filter((part) => !timed.includes(part)), timed])
    for (const figures of await measureSideBySide(
      group.map(({ name }) => name),
      passed(),
    ))
      Object.assign(all, figures);
} else
  for (const part of chosen) {
    const rows = part.measure(run);
    if (!values.json) console.table(rows);
    for (const [row, figures] of Object.entries(rows))
      for (const [figure, value] of Object.entries(figures)) all[`${row}.${figure}`] = value;
  }
if (values.json) console.log(JSON.stringify(all));

function passed(): string[] {
  const { train, test, shipped } = values;
  return [
    ...(train ? ['--train', train] : []),
    ...(test ? ['--test', test] : []),
    ...(shipped ? ['--shipped'] : []),
  ];
}

function testOf(test: string | undefined): { readonly test?: string } {
  return test === undefined ? {} : { test };
}

/** By name; without names, those that the run has data for: with data the parts that need them, without the others. */
function chosenParts(only: string | undefined): readonly EvalPart[] {
  if (only === undefined) return parts.filter(({ needsData }) => needsData === (folders !== undefined));
  const names = only.split(',');
  const isCalled = (part: EvalPart, name: string) => part.name === name || part.alsoCalled?.includes(name);
  const unknown = names.filter((name) => !parts.some((part) => isCalled(part, name)));
  if (unknown.length > 0)
    refuse(`There is no part ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}`);
  const chosen = parts.filter((part) => names.some((name) => isCalled(part, name)));
  const starved = chosen.filter(({ needsData }) => needsData && folders === undefined);
  if (starved.length > 0)
    refuse(`${starved.map(({ name }) => name).join(', ')}: name the data with --train DIR.`);
  return chosen;
}

function refuse(sentence: string): never {
  console.error(`✗ ${sentence}`);
  process.exit(1);
}
