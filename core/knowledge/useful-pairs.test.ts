import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usefulPairs } from './useful-pairs.ts';

const question = '耳机怎么退';
const line = '怎么退货';

test('what an agent sent is useful, what the customer then asked again is not', () => {
  assert.deepEqual(usefulPairs([{ question, line, agent: 'sent' }]), [
    { question, text: line, same: true, weight: 1 },
  ]);
  assert.deepEqual(usefulPairs([{ question, line, afterwards: 'asked-again' }]), [
    { question, text: line, same: false, weight: 0.6 },
  ]);
});

test('an act outweighs a low rating, and a rating in the middle says nothing', () => {
  const [pair] = usefulPairs([{ question, line, agent: 'sent', rating: 1 }]);
  assert.equal(pair?.same, true);
  assert.deepEqual(usefulPairs([{ question, line, rating: 3 }]), []);
});

test('a line that was left once is weaker evidence than one that was sent, and contradictions cancel', () => {
  const left = usefulPairs([{ question, line, agent: 'left' }])[0]!;
  const sent = usefulPairs([{ question, line, agent: 'sent' }])[0]!;
  assert.ok(left.weight! < sent.weight!);
  assert.deepEqual(
    usefulPairs([
      { question, line, afterwards: 'solved' },
      { question, line, afterwards: 'asked-again' },
    ]),
    [],
  );
});

test('a pair told a hundred times weighs three at most, and the order of outcomes changes nothing', () => {
  const outcomes = [
    ...Array.from({ length: 100 }, () => ({ question, line, agent: 'sent' }) as const),
    { question: '运费谁出', line: '退货运费', agent: 'edited' } as const,
  ];
  const pairs = usefulPairs(outcomes);
  assert.equal(pairs.find(({ text }) => text === line)?.weight, 3);
  assert.deepEqual(usefulPairs(outcomes.toReversed()), pairs);
});

test('outcomes without words teach nothing', () => {
  assert.deepEqual(usefulPairs([{ question: ' ', line, agent: 'sent' }]), []);
});
