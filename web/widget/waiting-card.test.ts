import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxStanding } from '../../core/protocol/views.ts';
import type { EventBodies } from '../../core/terms/event.ts';
import { officeLine, somebodyThere } from './office.ts';
import { type Standing, standingOf } from './standing.ts';
import type { ViewState } from './view-state.ts';
import { tells, waitingCard } from './waiting-card.ts';

const now = new Date(2026, 10, 22, 20).getTime();
const tomorrow = new Date(2026, 10, 23, 9).getTime();
const closed: EventBodies['notice-given'] = {
  code: 'closed',
  opensAt: tomorrow,
  instead: ['callback', 'message'],
};
const place = (part: object) =>
  ({
    type: 'position',
    conversationId: 'x',
    position: 3,
    agentsOnline: 2,
    estimate: { fromMs: 180_000, toMs: 350_000 },
    instead: ['message'],
    ...part,
  }) as ViewState['position'];

type Known = Parameters<typeof waitingCard>[0];
function state(standing: Partial<Standing>, part: Partial<Known> = {}): Known {
  return {
    language: 'zh',
    pending: [],
    standing: { ...standingOf([]), ...standing },
    position: null,
    office: null,
    online: true,
    trouble: null,
    sounds: false,
    ...part,
  };
}

test('who waits is told the place, a range of time, what happens next and what else may be done', () => {
  const card = waitingCard(state({ owner: 'queue' }, { position: place({}), sounds: true }), now);
  assert.equal(card?.kind, 'connecting');
  assert.equal(card?.figures, '您前面还有 2 位 · 大约 3–6 分钟');
  assert.match(card?.next ?? '', /提示音/);
  assert.deepEqual(card?.instead, ['message']);
  const next = waitingCard(
    state({ owner: 'queue' }, { position: place({ position: 1, estimate: null }) }),
    now,
  );
  assert.equal(next?.figures, '您是下一位 · 还估不准要等多久');
  assert.doesNotMatch(next?.next ?? '', /提示音/, 'no sound is promised where none can come');
});

test('outside hours the card says when somebody is there again and offers what the queue offers', () => {
  const card = waitingCard(state({ owner: 'queue', notice: closed }), now);
  assert.equal(card?.kind, 'closed');
  assert.equal(card?.figures, '明天 9:00 上班');
  assert.deepEqual(card?.instead, ['callback', 'message']);
  assert.ok(tells(card, closed), 'the notice need not say it twice');
  const opened = waitingCard(
    state({ owner: 'queue', notice: closed }, { position: place({}) }),
    tomorrow + 1,
  );
  assert.equal(opened?.kind, 'connecting');
});

test('with nobody online no time is promised, and the place is told', () => {
  const card = waitingCard(
    state({ owner: 'queue' }, { position: place({ agentsOnline: 0, estimate: null }) }),
    now,
  );
  assert.equal(card?.kind, 'nobody');
  assert.equal(card?.figures, '您排在第 3 位');
});

test('the assistant is offered where the queue lets it help, in the queue and while the wish stands', () => {
  const notice = { code: 'nobody-online', instead: ['assistant', 'message'] } as const;
  assert.deepEqual(waitingCard(state({ owner: 'queue', notice }), now)?.instead, ['assistant', 'message']);
  const meanwhile = waitingCard(state({ owner: 'assistant', wish: true, notice }), now);
  assert.equal(meanwhile?.kind, 'meanwhile');
  assert.deepEqual(meanwhile?.instead, ['assistant', 'message']);
});

test('who has left a message, or waits for nobody, sees no card', () => {
  assert.equal(waitingCard(state({ owner: 'queue', left: { way: 'message' } }), now), null);
  assert.equal(waitingCard(state({ owner: 'assistant' }), now), null);
  assert.equal(waitingCard(state({ owner: 'agent' }), now), null);
});

test('a tap without a network is told to be kept, with the form at hand', () => {
  const tap = {
    id: 'a',
    scope: 's',
    order: 1,
    kind: 'human',
    text: '',
    files: [],
    at: 0,
    state: 'waiting',
  } as const;
  const card = waitingCard(state({}, { pending: [tap], online: false }), now);
  assert.equal(card?.kind, 'offline');
  assert.deepEqual(card?.instead, ['message']);
});

test('before the tap it is told when somebody is there again', () => {
  const office: InboxStanding = {
    isOpen: false,
    opensAt: tomorrow,
    agentsOnline: 0,
    instead: ['message'],
    callbackSlots: [],
  };
  assert.deepEqual(officeLine(state({}, { office }), now), {
    words: '人工客服 明天 9:00 上班',
    maySay: true,
  });
  assert.equal(officeLine(state({}, { office }), tomorrow), null, 'an answer that has aged claims nothing');
  const nobody = { ...office, isOpen: true, opensAt: null, instead: [] };
  assert.deepEqual(officeLine(state({}, { office: nobody }), now), {
    words: '现在没有客服在线',
    maySay: false,
  });
  assert.equal(officeLine(state({ owner: 'queue' }, { office }), now), null, 'then the card tells it');
  assert.equal(somebodyThere(null, now), true);
});
