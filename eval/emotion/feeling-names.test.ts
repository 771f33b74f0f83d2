import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feelingNamesOf } from './feeling-names.ts';
import { feelingWords } from './feeling-words.ts';

const namesOf = (text: string) => feelingNamesOf(text, text);

test('a feeling word names its kind, and how often it comes', () => {
  const names = namesOf('今天伤心,明天痛哭,桌子椅子柜子窗子门口楼下,昨天默哀');
  assert.ok(names.includes('kind grief') && names.includes('kind grief 2'));
  assert.ok(!names.includes('kind grief 4') && !names.includes('kind rage'));
});

test('a negation before a word makes it another kind', () => {
  const names = namesOf('我没有生气');
  assert.ok(names.includes('kind not rage') && !names.includes('kind rage'));
});

test('a negation in another clause turns nothing round', () => {
  assert.ok(namesOf('我没有,生气').includes('kind rage'));
});

test('of words that begin at one place the longest is read', () => {
  const names = namesOf('不开心');
  assert.ok(names.includes('kind lonely') && !names.some((name) => name.includes('joy')));
});

test('Latin letters inside a longer word are no feeling', () => {
  assert.ok(namesOf('how').includes('kind surprise'));
  assert.ok(!namesOf('show').some((name) => name.startsWith('kind ')));
});

test('the last clause is the writer’s own, not that of a forwarded message', () => {
  const names = namesOf('早上出门,下午吃面//@某人:转角有猫');
  assert.ok(names.includes('last clause 吃面') && !names.includes('last clause 有猫'));
  assert.ok(names.includes('first clause 早上'));
});

test('what stands behind a negation is named up to the end of its clause', () => {
  const names = namesOf('不好玩,天气');
  assert.ok(
    names.includes('not 好玩') && !names.some((name) => name.startsWith('not ') && name.includes('天')),
  );
});

test('a text without any feeling word has no kind', () => {
  assert.deepEqual(
    namesOf('桌子椅子').filter((name) => /kind/.test(name)),
    [],
  );
});

test('every word is written as texts are read, and stands once in its kind', () => {
  for (const words of Object.values(feelingWords)) {
    const all = words.split(' ');
    assert.equal(new Set(all).size, all.length);
    for (const word of all) assert.equal(word, word.normalize('NFKC').toLowerCase().trim());
  }
});
