import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../terms/language.ts';
import type { Emotion } from '../terms/perception.ts';
import { apologisesIn } from './apology.ts';
import { type MannerAction, type MannerFacts, mannerFor } from './manner-for.ts';
import { isCheerful } from './unfit-words.ts';

const facts: MannerFacts = {
  emotion: 'neutral',
  intensity: 0,
  course: [],
  apologisedBefore: false,
  trouble: null,
  matters: [],
  seed: 'c:1',
  spoken: [],
};
const languages: readonly Language[] = ['zh', 'en'];
const actions: readonly MannerAction[] = ['answer', 'clarify', 'offer-human', 'hand-off'];
const trouble = { zh: '包裹三天没动', en: 'your parcel hasn’t moved for three days' } as const;
const inWords = ({ acknowledgement, lead, closing }: ReturnType<typeof mannerFor>) =>
  [acknowledgement, lead, closing].filter(Boolean).join(' ');

/** What the first words hold, by mood: an apology, and what is said of the feeling. */
const moods: readonly (readonly [Emotion, boolean, RegExp])[] = [
  ['angry', true, /抱歉|对不起|sorry/i],
  ['anxious', false, /急|urgent|quickly|time|waiting/i],
  ['sad', true, /抱歉|sorry/i],
  ['surprised', false, /意外|没想到|想的不一样|surpris|unexpected|not what anybody expects/i],
];

for (const language of languages)
  for (const [emotion, apologises, met] of moods)
    for (const action of actions)
      test(`${emotion}, ${action}, ${language}: met first, by name, with at most one apology`, () => {
        const said = new Set<string>();
        for (let turn = 0; turn < 40; turn++) {
          const felt = { ...facts, emotion, intensity: 0.7, seed: `c:${turn}` };
          const manner = mannerFor({ ...felt, trouble: trouble[language] }, { language, action });
          if (emotion === 'surprised' && action === 'hand-off') {
            assert.equal(manner.acknowledgement, null);
            continue;
          }
          const first = manner.acknowledgement!;
          assert.match(first, met);
          assert.ok(first.toLowerCase().includes(trouble[language]), first);
          assert.doesNotMatch(inWords(manner), /\{|undefined/);
          assert.equal(apologisesIn(first), apologises, first);
          assert.equal(manner.style.apologises, apologises);
          const count = inWords(manner).match(/抱歉|对不起|sorry/gi)?.length ?? 0;
          assert.ok(count <= 1, inWords(manner));
          assert.doesNotMatch(inWords(manner), /[!！]|\p{Extended_Pictographic}/u);
          assert.ok(!isCheerful(inWords(manner)), inWords(manner));
          said.add(first);

          const again = mannerFor({ ...felt, apologisedBefore: true, course: [felt] }, { language, action });
          assert.ok(!apologisesIn(inWords(again)), inWords(again));
        }
        assert.ok(said.size >= 3 || action === 'hand-off', `${said.size} ways to say it`);
      });

test('a calm or a pleased customer is not slowed down', () => {
  for (const language of languages)
    for (const emotion of ['neutral', 'pleased'] as const) {
      const manner = mannerFor({ ...facts, emotion, intensity: 0.8 }, { language, action: 'answer' });
      assert.deepEqual([manner.acknowledgement, manner.lead, manner.closing], [null, null, null]);
    }
  const hardlyFelt = mannerFor(
    { ...facts, emotion: 'angry', intensity: 0.3 },
    { language: 'zh', action: 'answer' },
  );
  assert.equal(hardlyFelt.acknowledgement, null);
});

test('where no trouble is named, its matter is; where none is known, the words are general', () => {
  const of = { language: 'zh', action: 'answer' } as const;
  const angry = { ...facts, emotion: 'angry', intensity: 0.7 } as const;
  assert.match(mannerFor({ ...angry, matters: ['question', 'invoice'] }, of).acknowledgement!, /^发票的事/);
  assert.match(mannerFor(angry, of).acknowledgement!, /抱歉/);
});

test('an anxious customer is told the time first where the answer knows it', () => {
  const anxious = { ...facts, emotion: 'anxious', intensity: 0.7, trouble: '包裹丢了' } as const;
  for (const [language, time] of [
    ['zh', /时间|多久/],
    ['en', /how long|when/],
  ] as const) {
    assert.match(mannerFor(anxious, { language, action: 'answer', hasTime: true }).lead!, time);
    assert.doesNotMatch(mannerFor(anxious, { language, action: 'answer' }).lead!, time);
  }
});

test('in one conversation nothing is said twice in a row, and the same turn always says the same', () => {
  for (const language of languages)
    for (const emotion of ['angry', 'anxious', 'sad', 'surprised', 'neutral'] as const)
      for (const action of actions) {
        let spoken: readonly string[] = [];
        let before = '';
        for (let turn = 0; turn < 30; turn++) {
          const now = {
            ...facts,
            emotion,
            intensity: 0.7,
            apologisedBefore: turn > 0,
            seed: `x:${turn}`,
            spoken,
          };
          const of = { language, action, offersHuman: turn % 2 === 0 };
          const manner = mannerFor(now, of);
          assert.deepEqual(mannerFor(now, of), manner);
          for (const part of [manner.acknowledgement, manner.lead, manner.closing])
            assert.ok(part === null || !before.includes(part), `${part} twice`);
          before = inWords(manner);
          spoken = [...spoken, ...manner.phrases].slice(-16);
        }
      }
});
