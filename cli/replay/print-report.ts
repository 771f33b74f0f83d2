import type { Latency, ReplayReport } from './tally.ts';

/** The report as a table for people. */
export function printReport(report: ReplayReport): string {
  const { messages, check, latencies } = report;
  const lines: (readonly [string, string])[] = [
    ['conversations', `${report.conversations} in ${report.seconds} s`],
    [
      'messages',
      `${messages.customers} of customers, ${messages.agents} of agents, ${messages.assistant} of the assistant`,
    ],
    ['sent twice / cut off', `${report.repeatedSends} / ${report.reconnections}`],
    ['decisions', counts(report.decisions)],
    ['handoff reasons', counts(report.handoffReasons)],
    ['ratings', counts(report.ratings)],
    ['acknowledged', latency(latencies.acknowledgedMs)],
    ['answer delivered', latency(latencies.answerMs)],
    ['handoff on the desk', latency(latencies.handoffToDeskMs)],
    ['errors', counts(report.errors) || 'none'],
    ['log read back', `${check.events} events, ${check.problems.length} problems`],
    [
      'projections',
      check.projections
        ? `${check.projections.conversations} rebuilt, ${check.projections.different} different`
        : 'not compared: the server is not the replay’s own',
    ],
  ];
  const shown = check.problems.slice(0, 20).map((problem) => `  ✗ ${problem}`);
  const verdict = check.passed
    ? '✓ Every message stands once and in order in the log, and was delivered as it stands.'
    : '✗ The check failed.';
  return [
    ...lines.map(([name, value]) => `${name.padEnd(22)}${value}`),
    ...shown,
    ...(check.problems.length > shown.length ? [`  … and ${check.problems.length - shown.length} more`] : []),
    verdict,
  ].join('\n');
}

function counts(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function latency({ count, p50, p95, p99 }: Latency): string {
  return count === 0 ? 'nothing measured' : `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (${count})`;
}
