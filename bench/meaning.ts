import { createRandom } from '../core/chance/random.ts';
import { createMeaningRows } from '../core/knowledge/meaning-rows.ts';
import { meaningVectorOf, unitOf } from '../core/knowledge/meaning-vector.ts';

/**
 * What one look for the nearest in meaning costs, and how often it finds the nearest of all: rows that lie in topics,
 * with a direction that all share. `node bench/meaning.ts [ROWS] [DIMENSIONS]`
 */
const rowCount = Number(process.argv[2] ?? 30_000);
const dimensions = Number(process.argv[3] ?? 1_024);
const topics = 300;
const questions = 300;
const compared = 30;

const random = createRandom(1, 1);
const chance = () => random.next() + random.next() + random.next() - 1.5;
const direction = () => Float32Array.from({ length: dimensions }, chance);
const shared = direction();
const topicOf = Array.from({ length: topics }, direction);
const vectorOf = (topic: number) =>
  shared.map((number, at) => 0.9 * number + 0.7 * topicOf[topic]![at]! + chance());

const before = process.memoryUsage().arrayBuffers;
const rows = createMeaningRows();
const units: Float32Array[] = [];
let putMs = 0;
for (let slot = 0; slot < rowCount; slot++) {
  const vector = vectorOf(slot % topics);
  if (slot < 3_000) units.push(unitOf(vector)!);
  rows.hold(slot, [`${slot}`]);
  const startedAt = process.cpuUsage();
  rows.put(`${slot}`, meaningVectorOf(vector)!);
  const { user, system } = process.cpuUsage(startedAt);
  putMs += (user + system) / 1e3;
}
const held = process.memoryUsage().arrayBuffers - before - units.length * dimensions * 4;

const everyone = () => true;
const asked = Array.from({ length: questions }, () => {
  const own = units[Math.floor(random.next() * units.length)]!;
  const size = 1 / Math.sqrt(dimensions);
  return unitOf(own.map((number) => number + 0.6 * size * chance()))!;
});
for (const question of asked) rows.nearest(question, everyone, 10);
const times: number[] = [];
const cpu = process.cpuUsage();
for (const question of asked) {
  const startedAt = performance.now();
  rows.nearest(question, everyone, 10);
  times.push(performance.now() - startedAt);
}
const used = process.cpuUsage(cpu);
times.sort((one, other) => one - other);
let agreed = 0;
for (const question of asked.slice(0, compared)) {
  let best = { slot: -1, cosine: -2 };
  for (let slot = 0; slot < rowCount; slot++) {
    const vector = rows.vectorOf(slot)!;
    let cosine = 0;
    for (let at = 0; at < dimensions; at++) cosine += vector[at]! * question[at]!;
    if (cosine > best.cosine) best = { slot, cosine };
  }
  if (rows.nearest(question, everyone, 1)[0]?.slot === best.slot) agreed++;
}
const hundredths = (number: number) => Math.round(number * 100) / 100;
console.log(
  JSON.stringify({
    rows: rowCount,
    dimensions,
    megabytes: Math.round(held / 1e6),
    putMs: hundredths(putMs / rowCount),
    searchCpuMs: hundredths((used.user + used.system) / 1e3 / questions),
    searchMs: {
      least: hundredths(times[0]!),
      p50: hundredths(times[questions / 2]!),
      p99: hundredths(times[Math.floor(questions * 0.99)]!),
    },
    firstAgreesWithExact: `${agreed} of ${compared}`,
  }),
);
