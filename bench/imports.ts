/** How fast a large sheet becomes articles, and how long other work waits meanwhile: `node bench/imports.ts [ROWS]`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startImporting } from '../test/kit/importing.ts';
import { startTestServer } from '../test/kit/server.ts';

const rows = Number(process.argv[2] ?? 100_000);
const server = await startTestServer({ TANDEM_DEMO: 'false' });
const lead = await startImporting(server.url, server.administrator!);
const lines = Array.from(
  { length: rows },
  (_, at) =>
    `第 ${at} 号商品的保修期是多久？,商品 ${at} 保多久|${at} 号怎么保修,"自签收之日起 ${(at % 24) + 1} 个月。**人为损坏**不在保修范围。",保修`,
);
const one = await lead.upload('bench.csv', `问题,相似问,答案,分类\n${lines.join('\n')}\n`);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const began = performance.now();
await lead.post(`/api/imports/${one.id}/start`, { status: 'published' });
const done = await lead.ended(one.id, 1_800_000);
const seconds = (performance.now() - began) / 1000;
delay.disable();
console.log(
  JSON.stringify({
    rows,
    state: done.state,
    created: done.created,
    seconds: Math.round(seconds * 10) / 10,
    articlesPerSecond: Math.round(done.created / seconds),
    stallMs: { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
  }),
);
await server.stop();
process.exit(0);
