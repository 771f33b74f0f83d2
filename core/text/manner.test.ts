import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsFeeling } from '../manner/claimed-feelings.ts';
import { blames, isCheerful, promisesBeyond } from '../manner/unfit-words.ts';
import * as answers from './answers.ts';
import * as assistant from './assistant.ts';
import * as manner from './manner.ts';
import * as acknowledgements from './manner-acknowledgements.ts';
import * as turns from './manner-turns.ts';
import * as widget from './widget.ts';
import * as widgetWaiting from './widget-waiting.ts';

/** Every sentence in a tree of texts, with its place. */
function sentencesIn(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${place}.${key}`));
}

const said = sentencesIn({ answers, assistant, manner, acknowledgements, turns, widget, widgetWaiting });

test('nothing that the assistant says claims to feel, blames, or promises for certain', () => {
  assert.ok(said.length > 250, `${said.length} sentences`);
  for (const [place, text] of said) {
    assert.ok(!claimsFeeling(text), `${place}: ${text}`);
    assert.ok(!blames(text), `${place}: ${text}`);
    assert.ok(!promisesBeyond(text, ''), `${place}: ${text}`);
  }
});

test('what is said under stress is sober', () => {
  const sober = sentencesIn({
    ...manner,
    ...acknowledgements,
    strained: [turns.turnText.clarifyStrained, turns.turnText.unknownStrained, turns.turnText.stillHere],
    handedOver: turns.handedOverText,
  });
  for (const [place, text] of sober) {
    assert.doesNotMatch(text, /[!！~～]|\p{Extended_Pictographic}|亲/u, place);
    assert.ok(!isCheerful(text), `${place}: ${text}`);
  }
});

test('every case has two phrasings at least, none twice, in Chinese punctuation where it is Chinese', () => {
  const check = (value: unknown, place: string): number => {
    if (typeof value !== 'object' || value === null) return 0;
    if ('zh' in value && Array.isArray(value.zh)) {
      const { zh, en } = value as Record<'zh' | 'en', string[]>;
      for (const texts of [zh, en]) {
        assert.ok(texts.length >= 2, place);
        assert.equal(new Set(texts).size, texts.length, place);
      }
      for (const text of zh) assert.doesNotMatch(text, /[,.;:?!()]/, place);
      for (const text of en) assert.doesNotMatch(text, /[，。；：？！（）]|'/, place);
      return 1;
    }
    return Object.entries(value).reduce((sum, [key, inner]) => sum + check(inner, `${place}.${key}`), 0);
  };
  assert.ok(check({ manner, acknowledgements, turns }, '') >= 40);
});

test('the words that claim to feel are known in both languages', () => {
  const claims = [
    '听到您的包裹没到，我很难过',
    '我感同身受',
    '我非常理解您的心情',
    '我真的替您着急',
    '很高兴为您服务',
    '如果是我，我也会很生气',
    '我们深表遗憾',
    '我很担心您',
    'I feel your pain',
    'I’m heartbroken to hear that',
    'I completely understand your frustration',
    'I am so sad to hear this',
    'That saddens me',
    'I’m happy to help',
    'My heart goes out to you',
    'I know how frustrating this is',
    'I sympathize with you',
    'We’re thrilled',
  ];
  for (const text of claims) assert.ok(claimsFeeling(text), text);
  const none = [
    '您着急是应该的',
    '换谁都会不满，很抱歉',
    '知道您着急',
    '我明白了',
    '我来看一下',
    '让您失望了',
    'I’m sorry about that',
    'I see that this is urgent',
    'I understand the question',
    'You have every reason to complain',
    'We are open on Sunday',
    '担心漏水的话可以用地布',
  ];
  for (const text of none) assert.ok(!claimsFeeling(text), text);
});
