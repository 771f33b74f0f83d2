/**
 * `npm run train -- --train DIR [--only NAME,…]`: trains the weights that ship with the product on the data sets of a
 * folder, into `models/NAME.bin` (names: into a module of core). The same data give the same bytes. The cards beside them are written by hand.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeWeights } from '../core/learning/weights-file.ts';
import { trainShippedEmotion } from '../eval/emotion/shipped.ts';
import { trainShippedHandoff } from '../eval/handoff/shipped.ts';
import { trainShippedHumanRequest } from '../eval/human-request/shipped.ts';
import { trainShippedNames } from '../eval/personal-names/shipped.ts';
import { trainShippedRetrieval } from '../eval/retrieval/shipped.ts';
import { trainShippedSatisfaction } from '../eval/satisfaction/shipped.ts';

/** What is trained, each from a folder to the bytes of its file. */
type Shipped = Parameters<typeof encodeWeights>;
const models: Readonly<Record<string, (folder: string) => Shipped>> = {
  handoff: trainShippedHandoff,
  emotion: trainShippedEmotion,
  satisfaction: trainShippedSatisfaction,
  'human-request': trainShippedHumanRequest,
  retrieval: trainShippedRetrieval,
};
const largest = 2_000_000;
const folder = join(import.meta.dirname, '../models');

const { values } = parseArgs({ options: { train: { type: 'string' }, only: { type: 'string' } } });
/** What core itself holds: a module each, since it is asked on every thread and must never be without. */
const modules: Readonly<
  Record<string, { readonly file: string; readonly train: (folder: string) => string }>
> = {
  names: { file: 'core/knowledge/personal-data/learned-name-weights.ts', train: trainShippedNames },
};
const known = [...Object.keys(models), ...Object.keys(modules)];
const names = values.only?.split(',') ?? known;
const unknown = names.filter((name) => !known.includes(name));
if (values.train === undefined) refuse('Name the folder of the data sets with --train DIR.');
if (unknown.length > 0) refuse(`There is no model ${unknown.join(', ')}. There are: ${known.join(', ')}`);
mkdirSync(folder, { recursive: true });
for (const name of names) {
  const module = modules[name];
  if (module) {
    const text = module.train(values.train);
    writeFileSync(join(folder, '..', module.file), text);
    console.log(`${module.file}  ${text.length} bytes`);
    continue;
  }
  const bytes = encodeWeights(...models[name]!(values.train));
  if (bytes.length > largest) refuse(`${name} is ${bytes.length} bytes, more than ${largest}.`);
  writeFileSync(join(folder, `${name}.bin`), bytes);
  console.log(`models/${name}.bin  ${bytes.length} bytes`);
}

function refuse(sentence: string): never {
  console.error(`✗ ${sentence}`);
  process.exit(1);
}
