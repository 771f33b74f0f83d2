import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, mergeDictionaries } from './merge.ts';

const base = {
  words: ['云栖', '山居'],
  synonyms: [
    ['理赔', '赔付'],
    ['退保', '解约'],
  ],
};

test('both people’s words are kept, and what either took out is gone', () => {
  const mine = { words: ['云栖', '月影'], synonyms: base.synonyms };
  const theirs = { words: ['云栖', '山居', '速开'], synonyms: [['理赔', '赔付']] };
  assert.deepEqual(mergeDictionaries(base, mine, theirs), {
    words: ['云栖', '速开', '月影'],
    synonyms: [['理赔', '赔付']],
  });
});

test('a group that both have changed keeps what each has added, and loses what one has taken out', () => {
  const mine = {
    ...base,
    synonyms: [
      ['理赔', '赔付', 'claim'],
      ['退保', '解约'],
    ],
  };
  const theirs = {
    ...base,
    synonyms: [
      ['理赔', '赔偿'],
      ['退保', '解约'],
    ],
  };
  assert.deepEqual(mergeDictionaries(base, mine, theirs).synonyms, [
    ['理赔', '赔偿', 'claim'],
    ['退保', '解约'],
  ]);
});

test('a group of one person’s own is added beside the other’s', () => {
  const mine = { ...base, synonyms: [['受益人', '受保人'], ...base.synonyms] };
  const theirs = { ...base, synonyms: [...base.synonyms, ['犹豫期', '冷静期']] };
  assert.deepEqual(mergeDictionaries(base, mine, theirs).synonyms, [
    ...base.synonyms,
    ['犹豫期', '冷静期'],
    ['受益人', '受保人'],
  ]);
});

test('another order of the same words is no change', () => {
  const { added, removed } = changeOf(base, {
    words: ['山居', '云栖'],
    synonyms: [
      ['赔付', '理赔'],
      ['退保', '解约'],
    ],
  });
  assert.deepEqual(
    [added, removed],
    [
      { words: [], synonyms: [] },
      { words: [], synonyms: [] },
    ],
  );
});
