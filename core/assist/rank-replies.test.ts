import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptanceOf, acceptanceOfKind, type ReplyCandidate, rankReplies } from './rank-replies.ts';

const reply = (
  ref: string,
  text: string,
  relevance: number,
  from: ReplyCandidate['from'] = 'article',
): ReplyCandidate => ({ ref, text, from, relevance });
const unknown = () => ({ shown: 0, sent: 0 });

test('without any history the more relevant comes first', () => {
  const ranked = rankReplies(
    [reply('a', '运费满九十九元包邮', 0.4), reply('b', '七天内可以申请退货', 0.8)],
    unknown,
    unknown,
  );
  assert.deepEqual(
    ranked.map(({ ref }) => ref),
    ['b', 'a'],
  );
  assert.equal(ranked[0]?.confidence, 0.8);
});

test('what is sent when shown overtakes what is passed over', () => {
  const tally = (ref: string) => (ref === 'a' ? { shown: 40, sent: 30 } : { shown: 40, sent: 1 });
  const ranked = rankReplies(
    [reply('a', '运费满九十九元包邮', 0.5), reply('b', '七天内可以申请退货', 0.7)],
    tally,
    unknown,
  );
  assert.deepEqual(
    ranked.map(({ ref }) => ref),
    ['a', 'b'],
  );
  assert.deepEqual([ranked[0]?.sent, ranked[0]?.shown], [30, 40]);
});

test('one lucky sight moves little, many move much', () => {
  const kind = acceptanceOfKind({ shown: 96, sent: 24 });
  assert.equal(kind, 0.25);
  assert.ok(acceptanceOf({ shown: 1, sent: 1 }, kind) < 0.34);
  assert.ok(acceptanceOf({ shown: 100, sent: 90 }, kind) > 0.8);
  assert.equal(acceptanceOf({ shown: 0, sent: 0 }, kind), kind);
});

test('acceptance never leaves 0 to 1, even where more was sent than shown', () => {
  assert.ok(acceptanceOf({ shown: 2, sent: 50 }, 0.25) <= 1);
});

test('a kind that agents like lifts its replies that nobody saw yet', () => {
  const kinds = (kind: string) => (kind === 'team' ? { shown: 100, sent: 80 } : { shown: 100, sent: 10 });
  const ranked = rankReplies(
    [reply('a', '运费满九十九元包邮', 0.5), reply('t', '七天内可以申请退货', 0.4, 'team')],
    unknown,
    kinds,
  );
  assert.equal(ranked[0]?.ref, 't');
});

test('of two that say the same the better stays; empty ones and more than five go', () => {
  const ranked = rankReplies(
    [
      reply('a', '签收后七天内可以申请退货。', 0.9),
      reply('b', '签收后七天内可以申请退货！', 0.8),
      reply('c', ' ', 0.9),
      reply('d', '别的事', 0),
    ],
    unknown,
    unknown,
  );
  assert.deepEqual(
    ranked.map(({ ref }) => ref),
    ['a'],
  );
  const many = Array.from({ length: 9 }, (_, place) =>
    reply(String(place), String.fromCharCode(0x4e00 + place * 7).repeat(3) + place, 0.5),
  );
  assert.equal(rankReplies(many, unknown, unknown).length, 5);
});
