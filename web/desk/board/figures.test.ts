import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Board } from '../../../core/protocol/views.ts';
import { defaultProfile } from '../../../core/terms/agent-status.ts';
import { agentsInOrder, inKeptOrder, sumOf, troubleOf } from './figures.ts';

type Queue = Board['queues'][number];
type Seat = Board['agents'][number];

const today = { handedOver: 0, connected: 0, left: 0, within30s: null, medianWaitMs: null, breaches: 0 };
const queue = (change: Partial<Queue> = {}): Queue => ({
  id: 'q',
  name: { zh: '队列', en: 'Queue' },
  isOpen: true,
  opensAt: null,
  waiting: 0,
  offered: 0,
  leftMessages: 0,
  longestWaitMs: 0,
  online: 1,
  free: 1,
  handling: 0,
  estimate: null,
  today,
  ...change,
});
const seat = (name: string, change: Partial<Seat> = {}): Seat => ({
  id: name,
  name,
  email: '',
  role: 'agent',
  disabled: false,
  presence: 'online',
  presenceSince: 0,
  open: 0,
  load: 0,
  profile: defaultProfile,
  queueIds: [],
  handledToday: 0,
  occupancy: null,
  longestReplyWaitMs: 0,
  ...change,
});

test('the share within 30 s is weighted by how many were handed over', () => {
  const good = queue({ today: { ...today, handedOver: 90, within30s: 1 } });
  const bad = queue({ id: 'p', today: { ...today, handedOver: 10, within30s: 0 } });
  assert.equal(sumOf({ queues: [good, bad, queue({ id: 'n' })], agents: [] }).within30s, 0.9);
  assert.equal(sumOf({ queues: [queue()], agents: [] }).within30s, null);
});

test('an agent of two queues counts once, and a full one is online but not free', () => {
  const queues = [queue({ online: 2, free: 2 }), queue({ id: 'p', online: 2, free: 2 })];
  const agents = [
    seat('a', { open: 4, load: 4 }),
    seat('b', { open: 1, load: 1 }),
    seat('c', { presence: 'away' }),
  ];
  const { free, online, handling } = sumOf({ queues, agents });
  assert.deepEqual({ free, online, handling }, { free: 1, online: 2, handling: 5 });
});

test('a queue that is closed is closed, one without anybody is in trouble, a full one only while somebody waits', () => {
  assert.equal(troubleOf(queue({ isOpen: false, online: 0 })), 'closed');
  assert.equal(troubleOf(queue({ online: 0, free: 0 })), 'nobody');
  assert.equal(troubleOf(queue({ free: 0 })), null);
  assert.equal(troubleOf(queue({ free: 0, waiting: 1 })), 'full');
  assert.equal(troubleOf(queue({ free: 0, waiting: 2, leftMessages: 2 })), null);
});

test('agents stand by status and name, whatever they carry', () => {
  const order = agentsInOrder([
    seat('丙', { presence: 'away' }),
    seat('乙', { load: 3 }),
    seat('甲', { load: 0 }),
    seat('丁', { presence: 'busy' }),
  ]);
  assert.equal(
    order.map(({ name }) => name).join(''),
    `${['甲', '乙'].sort((a, b) => a.localeCompare(b, 'zh')).join('')}丁丙`,
  );
});

test('under the pointer rows keep their places, new ones stand below, gone ones are gone', () => {
  const rows = ['x', 'b', 'a', 'y'].map((id) => ({ id }));
  assert.equal(
    inKeptOrder(rows, ['a', 'gone', 'b'])
      .map(({ id }) => id)
      .join(''),
    'abxy',
  );
  assert.equal(
    inKeptOrder(rows, [])
      .map(({ id }) => id)
      .join(''),
    'xbay',
  );
});
