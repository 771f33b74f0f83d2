import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { checkLeaving, type LeavingDraft, openQuestion, phoneOf } from './leaving.ts';

const slots = [
  { from: 1000, to: 2000 },
  { from: 2000, to: 3000 },
];
const draft = (part: Partial<LeavingDraft>): LeavingDraft => ({
  way: 'message',
  text: '帐篷杆断了',
  reach: '',
  phone: '',
  slot: null,
  ...part,
});

test('a message needs words only; how to reach somebody is read as e-mail or phone', () => {
  assert.deepEqual(checkLeaving(draft({}), slots), { text: '帐篷杆断了', left: { way: 'message' } });
  const left = (reach: string) => {
    const checked = checkLeaving(draft({ reach }), slots);
    return 'left' in checked ? checked.left : checked.problems.reach?.say;
  };
  assert.deepEqual(left(' lin@example.com '), { way: 'message', email: 'lin@example.com' });
  assert.deepEqual(left('ｌｉｎ＠example。com'), { way: 'message', email: 'lin@example.com' });
  assert.deepEqual(left('138 0013-8000'), { way: 'message', phone: '13800138000' });
  assert.equal(left('lin@example'), 'emailBroken');
  assert.equal(left('微信'), 'reachNeither');
});

test('a call needs a number and a time that can still be chosen', () => {
  const checked = checkLeaving(draft({ way: 'callback', text: ' ' }), slots);
  assert.ok('problems' in checked);
  assert.deepEqual(
    Object.entries(checked.problems).map(([field, { say }]) => [field, say]),
    [
      ['text', 'needText'],
      ['phone', 'needPhone'],
      ['slot', 'needSlot'],
    ],
  );
  const gone = checkLeaving(
    draft({ way: 'callback', phone: '010-6552 9988', slot: { from: 0, to: 1000 } }),
    slots,
  );
  assert.ok('problems' in gone && gone.problems.slot?.say === 'slotGone');
  assert.deepEqual(
    checkLeaving(draft({ way: 'callback', phone: '+44 20 7946 0958', slot: slots[1]! }), slots),
    {
      text: '帐篷杆断了',
      left: { way: 'callback', phone: '+442079460958', slot: slots[1] },
    },
  );
  const noTimes = checkLeaving(draft({ way: 'callback', phone: '13800138000' }), []);
  assert.ok('left' in noTimes, 'without times to choose from the wish alone is kept');
});

test('a number that cannot be right is told why', () => {
  assert.deepEqual(phoneOf('1380013800'), { problem: { say: 'phoneMobile', values: { count: 10 } } });
  assert.deepEqual(phoneOf('１３８００１３８０００'), { phone: '13800138000' });
  assert.deepEqual(phoneOf('12345'), { problem: { say: 'phoneShort' } });
  assert.deepEqual(phoneOf('12345678901234567'), { problem: { say: 'phoneLong' } });
  assert.deepEqual(phoneOf('400-abc'), { problem: { say: 'phoneSigns' } });
});

const said = (text: string) => ({
  kind: 'message-received',
  actor: { kind: 'contact', id: 'c' },
  body: { text },
});
const answered = (kind: 'assistant' | 'agent') => ({
  kind: 'message-sent',
  actor: { kind },
  body: { text: '好' },
});
const queued = { kind: 'queued', actor: { kind: 'system' }, body: {} };
const question = (...events: object[]) => openQuestion(events as unknown as ConversationEvent[], []);

test('the form begins with the question that nobody has settled', () => {
  assert.equal(question(said('杆断了'), answered('assistant'), said('转人工'), queued), '杆断了');
  assert.equal(question(said('杆断了'), answered('assistant')), '', 'the assistant has answered');
  assert.equal(question(said('杆断了'), queued, answered('agent')), '', 'an agent has answered');
  assert.equal(question(said('杆断了')), '杆断了');
  assert.equal(question(said('I want to talk to a human')), '');
  assert.equal(question(), '');
});
