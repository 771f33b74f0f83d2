/** `npm run -s eval -- [--only retrieval|peak] [--json]`: quality on fixed data, one flat JSON object or tables. */
import { parseArgs } from 'node:util';
import { tunedQuestions, unseenQuestions } from '../demo/load-questions.ts';
import { loadScenario, measurePeak } from './peak.ts';
import { measureRetrieval } from './retrieval.ts';

type Figures = Readonly<Record<string, number>>;

/** What each part measures: figures by set, or by router. */
const parts: Readonly<Record<string, () => Readonly<Record<string, Figures>>>> = {
  retrieval: () => ({
    demo: { ...measureRetrieval(tunedQuestions).figures },
    unseen: { ...measureRetrieval(unseenQuestions).figures },
  }),
  peak: () => ({
    ...prefixed('peak', measurePeak(loadScenario('peak'))),
    ...prefixed('peakLanguages', measurePeak(loadScenario('peak-languages'))),
  }),
};

const prefixed = (prefix: string, rows: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(rows).map(([name, figures]) => [`${prefix}.${name}`, { ...figures }]));

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const chosen = values.only === undefined ? Object.keys(parts) : values.only.split(',');
const unknown = chosen.filter((name) => parts[name] === undefined);
if (unknown.length > 0) {
  console.error(`✗ There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}
const all: Record<string, number> = {};
for (const name of chosen) {
  const rows = parts[name]!();
  if (!values.json) console.table(rows);
  for (const [row, figures] of Object.entries(rows))
    for (const [figure, value] of Object.entries(figures)) all[`${row}.${figure}`] = value;
}
if (values.json) console.log(JSON.stringify(all));
