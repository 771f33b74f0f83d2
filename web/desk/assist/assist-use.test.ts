import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistUseOf, type HelpRef, type TakenHelp } from './assist-use.ts';

const reply: HelpRef = { kind: 'reply', ref: 'r1' };
const passage: HelpRef = { kind: 'passage', ref: 'a#0' };
const took = (text: string, kind: TakenHelp['kind'] = 'reply', ref = 'r1'): TakenHelp => ({
  kind,
  ref,
  text,
});

test('help that was shown and not taken is no edit', () => {
  assert.deepEqual(assistUseOf([reply, passage, reply], [], '您好'), {
    shown: [reply, passage],
    taken: [],
    edited: null,
  });
});

test('a reply sent as it was taken is edited by nothing', () => {
  assert.deepEqual(assistUseOf([reply], [took('七天内可退。')], '七天内可退。'), {
    shown: [reply],
    taken: [reply],
    edited: 0,
  });
});

test('what was taken was shown, on the screen or not', () => {
  assert.deepEqual(assistUseOf([passage], [took('可以退。')], '可以退。')?.shown, [reply, passage]);
});

test('how much was changed is measured over the whole reply', () => {
  assert.equal(assistUseOf([], [took('可以退')], '您好，可以退')?.edited, 0.5);
});

test('what was deleted again was not taken', () => {
  const use = assistUseOf([reply], [took('七天内可以退货')], '请稍等，我先核实');
  assert.deepEqual(use?.taken, []);
  assert.equal(use?.edited, null);
});

test('ghost text is only a part, and is measured over its own words', () => {
  const use = assistUseOf([], [took('订单号发给我', 'ghost', 'g1')], '麻烦请把订单号发给我，我来查。');
  assert.deepEqual(use, {
    shown: [{ kind: 'ghost', ref: 'g1' }],
    taken: [{ kind: 'ghost', ref: 'g1' }],
    edited: 0,
  });
});

test('no help leaves nothing in the log', () => {
  assert.equal(assistUseOf([], [], '您好'), undefined);
});

test('the log keeps twelve, what was taken first', () => {
  const many = Array.from({ length: 20 }, (_, at): HelpRef => ({ kind: 'passage', ref: `a#${at}` }));
  const use = assistUseOf(many, [took('可以退', 'solved', 's1')], '可以退');
  assert.equal(use?.shown.length, 12);
  assert.deepEqual(use?.shown[0], { kind: 'solved', ref: 's1' });
});
