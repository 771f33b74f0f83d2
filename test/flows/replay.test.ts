import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkLog } from '../../cli/replay/check-log.ts';
import { readOptions, UsageError } from '../../cli/replay/options.ts';
import type { Sent } from '../../cli/replay/play.ts';
import { readDialogues } from '../../cli/replay/read-dialogues.ts';
import type { ReplayReport } from '../../cli/replay/tally.ts';
import { customerView } from '../../core/conversation/customer-view.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-replay-test-'));
const file = join(folder, 'dialogues.jsonl.gz');
after(() => rmSync(folder, { recursive: true, force: true }));

const quality = (accomplished: number, satisfied: number) => ({
  A: { mean: accomplished, hist: [] },
  S: { mean: satisfied, hist: [] },
});
const dialogues = [
  {
    id: '1',
    quality: quality(1.2, 1.6),
    turns: [
      { r: 'c', text: ['宽带装好一周了，天天晚上掉线，师傅什么时候能来？', '地址在湖滨路。'] },
      { r: 'b', text: ['您好，已为您登记，维修师傅明天上午上门。'] },
      { r: 'c', text: ['好的，谢谢'] },
      { r: 'b', text: ['不客气，请保持电话畅通。'] },
    ],
  },
  {
    id: '2',
    quality: quality(-1.4, -1.8),
    turns: [
      { r: 'c', text: ['你们这是什么破服务！！！气死我了，我要投诉！'] },
      { r: 'b', text: ['非常抱歉，请您留下联系方式，专人与您联系。'] },
    ],
  },
  {
    id: '3',
    quality: quality(0, 0),
    turns: [
      { r: 'c', text: ['转人工'] },
      { r: 'b', text: ['您好，请讲。'] },
      { r: 'c', text: ['套餐能改吗', '  '] },
      { r: 'b', text: ['可以的，下月生效。'] },
    ],
  },
];

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

function replay(...parts: string[]): Promise<Run> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../cli/replay.ts'), ...parts]);
  let output = '';
  let complaint = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (complaint += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, complaint }));
  });
}

suite('a replay of recorded dialogues', () => {
  let run: Run;
  let report: ReplayReport;
  before(async () => {
    writeFileSync(file, gzipSync(dialogues.map((row) => `${JSON.stringify(row)}\n`).join('')));
    run = await replay(file, '--json', '--concurrency', '2');
    report = JSON.parse(run.output) as ReplayReport;
  });

  test('says every message once and finds the log in order', () => {
    assert.equal(run.code, 0, run.complaint);
    assert.deepEqual(report.errors, {});
    assert.equal(report.check.passed, true);
    assert.deepEqual(report.check.problems, []);
    assert.deepEqual(report.check.projections, { conversations: 3, different: 0 });
    assert.equal(report.conversations, 3);
    assert.equal(report.messages.customers, 6);
    assert.equal(report.messages.agents, 5);
  });

  test('counts what the assistant decided and why people were needed', () => {
    const decided = Object.values(report.decisions).reduce((sum, count) => sum + count, 0);
    // Anger and the wish for a person end the assistant's part with the first message, so they are decided once.
    assert.equal(decided, 4);
    assert.equal(report.handoffReasons.anger, 1);
    assert.ok(report.handoffReasons['customer-asked']! >= 1);
    assert.deepEqual(report.ratings, { '1': 1, '3': 1, '5': 1 });
  });

  test('measures acknowledgement, answer and the way to the desk', () => {
    const { acknowledgedMs, answerMs, handoffToDeskMs } = report.latencies;
    assert.equal(acknowledgedMs.count, 6);
    assert.equal(answerMs.count, 4);
    assert.ok(handoffToDeskMs.count >= 2);
    for (const { p50, p95, p99 } of [acknowledgedMs, answerMs, handoffToDeskMs])
      assert.ok(p50! > 0 && p50! <= p95! && p95! <= p99!);
  });

  test('tries retries and lost connections on the way', () => {
    assert.equal(report.repeatedSends, 1);
    assert.equal(report.reconnections, 1);
  });
});

test('customers come at once in greater number than agents have room for by default', async () => {
  const many = join(folder, 'many.jsonl');
  const rows = Array.from({ length: 24 }, (_, n) => ({ ...dialogues[n % 3]!, id: String(n) }));
  writeFileSync(many, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const { code, output, complaint } = await replay(many, '--json', '--concurrency', '24');
  assert.equal(code, 0, complaint);
  const { errors, conversations, check } = JSON.parse(output) as ReplayReport;
  assert.deepEqual([errors, conversations, check.passed], [{}, 24, true]);
});

suite('a replay called wrongly says what is wrong', () => {
  const read = (...parts: string[]) => readDialogues(readOptions(parts, {}).file);
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['without a file', () => read(), /^Which file\?/],
    ['with a file that is not there', () => read(join(folder, 'none.gz')), /^There is no file .*none\.gz/],
    ['with a folder', () => read(folder), /is no file\.$/],
    [
      'with lines of another format',
      () => read(written('other.jsonl', '{"text":"hello"}')),
      /line 1: turns does not fit/,
    ],
    ['with lines that are no JSON', () => read(written('plain.txt', 'hello')), /line 1: this is not JSON/],
    [
      'with a damaged archive',
      () => read(written('half.gz', gzipSync('{}').subarray(0, 12))),
      /damaged gzip/,
    ],
    ['with an empty file', () => read(written('empty.jsonl', '')), /holds no dialogue/],
    ['with a number that is none', () => read(file, '--concurrency', 'many'), /--concurrency many must be/],
    ['with an unknown option', () => read(file, '--fast'), /Unknown option '--fast'/],
    ['with a server and no account', () => read(file, '--url', 'http://localhost'), /--email and --password/],
    ['with an address that is none', () => read(file, '--url', 'here'), /--url here is no address/],
  ];
  for (const [name, reading, sentence] of cases) {
    test(name, () => {
      assert.throws(reading, (error) => error instanceof UsageError && sentence.test(error.message));
    });
  }

  test('in one sentence, without a stack, and with exit code 1', async () => {
    const { code, output, complaint } = await replay(join(folder, 'none.gz'));
    assert.deepEqual([code, output], [1, '']);
    assert.equal(complaint, `✗ There is no file ${join(folder, 'none.gz')}.\n`);
  });
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

suite('the check of the log', () => {
  const base = { conversationId: 'c', at: 1 };
  const contact = { kind: 'contact', id: 'x' } as const;
  const agent = { kind: 'agent', id: 'a', name: '小周' } as const;
  const log: ConversationEvent[] = [
    {
      ...base,
      seq: 1,
      id: 'o',
      kind: 'conversation-opened',
      actor: contact,
      body: { inboxId: 'i', contactId: 'x', language: 'zh' },
    },
    { ...base, seq: 2, id: 'm1', kind: 'message-received', actor: contact, body: { text: '在吗' } },
    { ...base, seq: 3, id: 'n', kind: 'note-added', actor: agent, body: { text: '老客户' } },
    { ...base, seq: 4, id: 'm2', kind: 'message-sent', actor: agent, body: { text: '您好' } },
    { ...base, seq: 5, id: 'm3', kind: 'message-received', actor: contact, body: { text: '谢谢' } },
  ];
  const sent: Sent[] = [
    { id: 'm1', by: 'contact', text: '在吗' },
    { id: 'm2', by: 'agent', text: '您好' },
    { id: 'm3', by: 'contact', text: '谢谢' },
  ];
  const delivered = log.map(customerView).filter((event) => event !== null);

  test('finds nothing wrong with what is right', () => {
    assert.deepEqual(checkLog(log, sent, delivered), []);
  });
  test('finds a lost message', () => {
    const shorter = log.slice(0, 4);
    assert.match(checkLog(shorter, sent, delivered.slice(0, -1)).join(), /m3 of the contact is missing/);
  });
  test('finds a gap', () => {
    const gap = log.map((event) => (event.seq === 5 ? { ...event, seq: 6 } : event));
    assert.match(checkLog(gap, sent, delivered).join(), /place 5 of the log holds seq 6/);
  });
  test('finds a message that stands twice', () => {
    const twice = [...log, { ...log[4]!, seq: 6 }];
    assert.match(checkLog(twice, sent, delivered).join(), /m3 stands twice/);
  });
  test('finds messages in another order or in other words', () => {
    assert.match(checkLog(log, [sent[1]!, sent[0]!, sent[2]!], delivered).join(), /another order/);
    assert.match(
      checkLog(log, [{ ...sent[0]!, text: '在？' }, ...sent.slice(1)], delivered).join(),
      /other words/,
    );
  });
  test('finds events that came twice, not at all or otherwise', () => {
    assert.match(checkLog(log, sent, [...delivered, delivered[0]!]).join(), /5 events were delivered, 4/);
    assert.match(checkLog(log, sent, delivered.slice(1)).join(), /3 events were delivered/);
    const otherwise = delivered.map((event) => ({ ...event, at: 2 }));
    assert.match(checkLog(log, sent, otherwise).join(), /event 1 was delivered otherwise/);
  });
});
