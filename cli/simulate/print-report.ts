import type { SimulationReport } from '../../core/routing/simulation/report.ts';
import type { Served } from '../../core/routing/simulation/served.ts';
import type { Bilingual, Language } from '../../core/terms/language.ts';

interface Circumstances {
  readonly name: string;
  readonly seed: number;
  readonly tookMs: number;
  readonly language: Language;
  readonly series: boolean;
}

const share = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);
const seconds = (ms: number | null) => (ms === null ? '–' : `${(ms / 1000).toFixed(1)} s`);

const columns: readonly (readonly [Bilingual, (served: Served) => string])[] = [
  [{ zh: '到达', en: 'came' }, ({ arrivals }) => `${arrivals}`],
  [{ zh: '接通', en: 'connected' }, ({ connected }) => `${connected}`],
  [{ zh: '放弃', en: 'left' }, ({ abandoned }) => `${abandoned}`],
  [{ zh: '留言', en: 'messages' }, ({ messages }) => `${messages}`],
  [{ zh: '20秒', en: '≤ 20 s' }, ({ within20s }) => share(within20s)],
  [{ zh: '30秒', en: '≤ 30 s' }, ({ within30s }) => share(within30s)],
  [{ zh: '60秒', en: '≤ 60 s' }, ({ within60s }) => share(within60s)],
  [{ zh: '平均等待', en: 'mean wait' }, ({ meanWaitMs }) => seconds(meanWaitMs)],
  [{ zh: 'P95', en: 'p95' }, ({ p95WaitMs }) => seconds(p95WaitMs)],
  [{ zh: 'P99', en: 'p99' }, ({ p99WaitMs }) => seconds(p99WaitMs)],
];

/** The report as tables for people. */
export function printReport(report: SimulationReport, circumstances: Circumstances): string {
  const { language } = circumstances;
  const word = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const rows: (readonly [string, Served])[] = [
    [word('全部', 'all'), report.total],
    ...Object.entries(report.queues).map(
      ([id, served]) => [`${word('队列', 'queue')} ${id}`, served] as const,
    ),
    ...Object.entries(report.segments).map(
      ([id, served]) => [`${word('客户', 'segment')} ${id}`, served] as const,
    ),
  ];
  const table = [
    ['', ...columns.map(([name]) => name[language])],
    ...rows.map(([name, served]) => [name, ...columns.map(([, figure]) => figure(served))]),
  ];
  const facts: (readonly [string, string])[] = [
    [word('平均占用率', 'occupancy'), share(report.occupancy)],
    [word('公平度（基尼系数）', 'fairness (Gini)'), report.fairness?.toFixed(3) ?? '–'],
    [word('退回队列', 're-queued'), `${report.requeued}`],
    [word('未应答的邀请', 'offers missed'), `${report.missedOffers}`],
    [word('服务中途流失', 'lost after connection'), `${report.total.lost}`],
    [word('日终仍在等待', 'waiting at the end'), `${report.total.waitingAtEnd}`],
    [word('无人理会', 'stranded'), strandedText(report, word)],
  ];
  return [
    `${circumstances.name} · seed ${circumstances.seed} · ${circumstances.tookMs} ms`,
    '',
    ...aligned(table),
    '',
    ...aligned(facts, false),
    ...(circumstances.series ? ['', ...aligned(seriesTable(report, word))] : []),
  ].join('\n');
}

function strandedText(
  { stranded, strandedWhy }: SimulationReport,
  word: (zh: string, en: string) => string,
): string {
  if (stranded === 0) return '0 ✓';
  const why = Object.entries(strandedWhy).filter(([, count]) => count > 0);
  return `${stranded} ✗ ${word('原因', 'why')}: ${why.map(([name, count]) => `${name} ${count}`).join(', ')}`;
}

function seriesTable(report: SimulationReport, word: (zh: string, en: string) => string): string[][] {
  const clock = (ms: number) => {
    const minutes = Math.round(ms / 60_000);
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  return [
    [
      word('时间', 'from'),
      word('到达', 'came'),
      word('排队', 'waiting'),
      word('空闲坐席', 'free agents'),
      word('30秒', '≤ 30 s'),
      word('放弃', 'left'),
    ],
    ...report.series.map(({ from, arrivals, waiting, freeAgents, within30s, abandonment }) => [
      clock(from),
      `${arrivals}`,
      waiting.toFixed(1),
      freeAgents.toFixed(1),
      share(within30s),
      share(abandonment),
    ]),
  ];
}

/** Chinese characters take two places of a terminal. */
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (/[⺀-鿿＀-￯]/u.test(char) ? 2 : 1), 0);

function aligned(table: readonly (readonly string[])[], alignsRight = true): string[] {
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => widthOf(row[column]!))));
  return table.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - widthOf(cell));
        return alignsRight && column > 0 ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}
