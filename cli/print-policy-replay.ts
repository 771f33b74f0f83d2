import type { PolicyReplay, ReplayOutcome } from '../core/protocol/policies.ts';
import type { Policy } from '../core/terms/policy.ts';
import { handoffReasonChipOf } from '../core/text/reasons.ts';

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%`);

/** The report as a table for people. */
export function printPolicyReplay(report: PolicyReplay, policy: Policy): string {
  const { conversations, turns, before, after } = report;
  const nameOf = (id: string) => policy.queues.find((queue) => queue.id === id)?.name.zh ?? id;
  const queues = [...new Set([...Object.keys(before.byQueue), ...Object.keys(after.byQueue)])];
  const row = (name: string, was: number, is: number) =>
    `  ${String(was).padStart(7)} ${share(was, conversations).padStart(7)} → ${String(is).padStart(7)} ${share(is, conversations).padStart(7)}   ${name}`;
  const outcome = (one: ReplayOutcome) =>
    one.handedOff
      ? `第 ${one.turn} 轮转人工 · ${nameOf(one.queueId ?? '')} · ${one.priority ?? 0} · ${one.reasons
          .map((reason) => handoffReasonChipOf(reason, 'zh'))
          .join('、')}`
      : '由 AI 助手接待';
  return [
    `${conversations} 个会话，${turns} 轮 · ${conversations} conversations, ${turns} turns (${(report.tookMs / 1000).toFixed(1)} s)${report.isCut ? ' – 只看了最新的 · the latest only' : ''}`,
    '',
    row('转人工 · handed over', before.handoffs, after.handoffs),
    ...queues.map((id) => row(`  ${nameOf(id)}`, before.byQueue[id] ?? 0, after.byQueue[id] ?? 0)),
    '',
    `  多转 ${report.more} · 少转 ${report.fewer} · 去处、先后或时机不同 ${report.otherwise}   more · fewer · elsewhere, sooner or later`,
    ...(report.unknownMeanings
      ? [
          `  语义模型没有及时答复，${report.unknownMeanings} 句话只按字面查了主题 · the embedding model did not tell in time; searched by words alone`,
        ]
      : []),
    '',
    ...report.changed.flatMap((one) => [
      `  ${one.conversationId}  ${one.preview}`,
      `    原来 · was  ${outcome(one.before)}`,
      `    改后 · is   ${outcome(one.after)}`,
    ]),
  ].join('\n');
}
