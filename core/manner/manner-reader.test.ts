import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMannerReader, type MannerFault, type MannerRules } from './manner-reader.ts';

const calm: MannerRules = {
  language: 'zh',
  isStrained: false,
  isToBeMet: false,
  apologisedBefore: false,
  acknowledgement: null,
  trouble: null,
  sources: '签收后 7 天内可以申请退货。Returns are possible within 7 days.',
};
const angry: MannerRules = {
  ...calm,
  isStrained: true,
  isToBeMet: true,
  acknowledgement: '给您添麻烦了，非常抱歉。',
  trouble: '帐篷漏水',
};

/** Reads the words in pieces of three characters, as a model writes them. */
function read(written: string, rules: MannerRules) {
  const reader = createMannerReader(rules);
  const shown = (written.match(/[\s\S]{1,3}/gu) ?? []).map((piece) => reader.add(piece));
  shown.push(reader.end());
  return { text: reader.text, fault: reader.fault, isUnmet: reader.isUnmet, shown };
}

test('what suits is passed on to the letter, as it comes', () => {
  for (const written of [
    '可以的，签收后 7 天内没有使用过就可以申请退货[1]。退货的运费由您承担[1]。',
    'Yes – within 7 days[1]. Here is how:\n1. Open the order.\n2. Choose “Return”.',
  ]) {
    const { text, shown, fault } = read(written, calm);
    assert.equal(text, written);
    assert.equal(shown.join(''), written);
    assert.equal(fault, undefined);
    assert.ok(shown.filter((words) => words !== '').length > 3);
  }
});

const mended: readonly (readonly [name: string, rules: MannerRules, written: string, said: string])[] = [
  [
    'a claim to feel',
    calm,
    '听到这件事我很难过。签收后 7 天内可以申请退货[1]。',
    '签收后 7 天内可以申请退货[1]。',
  ],
  [
    'a claim to feel in a clause',
    calm,
    '我非常理解您的心情，签收后 7 天内可以申请退货[1]。',
    '签收后 7 天内可以申请退货[1]。',
  ],
  [
    'an English claim to feel',
    calm,
    'I understand your frustration. Returns are possible within 7 days[1].',
    'Returns are possible within 7 days[1].',
  ],
  [
    'a second apology',
    angry,
    '帐篷漏水，很抱歉。签收后 7 天内可以申请退货[1]。再次向您致歉。',
    '帐篷漏水，很抱歉。签收后 7 天内可以申请退货[1]。',
  ],
  [
    'a second apology in one sentence',
    angry,
    '帐篷漏水，很抱歉，真的对不起。签收后 7 天内可以申请退货[1]。',
    '帐篷漏水，很抱歉。签收后 7 天内可以申请退货[1]。',
  ],
  [
    'an apology after one',
    { ...angry, apologisedBefore: true },
    '帐篷漏水，非常抱歉，签收后 7 天内可以申请退货[1]。',
    '帐篷漏水，签收后 7 天内可以申请退货[1]。',
  ],
  [
    'cheerfulness at anger',
    angry,
    '亲，帐篷漏水给您添麻烦了😊！签收后 7 天内可以申请退货哦[1]！祝您生活愉快！',
    '帐篷漏水给您添麻烦了。签收后 7 天内可以申请退货哦[1]。',
  ],
];
for (const [name, rules, written, said] of mended)
  test(`${name} is left out`, () => {
    const { text, shown, fault } = read(written, rules);
    assert.equal(text, said);
    assert.equal(fault, undefined);
    if (rules.isStrained) assert.equal(shown.join(''), said, 'what is shown is what is said');
  });

const faults: readonly (readonly [MannerFault, MannerRules, string])[] = [
  ['claimed-feeling', calm, '7 天内可以退[1]我很难过，不过别担心。'],
  ['blame', calm, '这是您自己没看说明，签收后 7 天内可以申请退货[1]。'],
  ['blame', calm, 'You should have read the rules: within 7 days[1].'],
  ['blame', calm, '我刚才已经说过，签收后 7 天内可以申请退货[1]。'],
  ['promise', calm, '我保证一定会给您退款[1]。'],
  ['promise', calm, 'You will definitely get your money within 7 days[1].'],
  ['long-winded', angry, `帐篷漏水，很抱歉。${'签收后可以申请退货，没有使用过就行[1]。\n'.repeat(25)}`],
];
for (const [fault, rules, written] of faults)
  test(`${fault}: ${written.slice(0, 16)}… is refused`, () =>
    assert.equal(read(written, rules).fault, fault));

test('words of certainty that the source uses are no promise', () => {
  const rules = { ...calm, sources: '保修期内保证免费更换。' };
  assert.equal(read('保修期内保证免费更换[1]。', rules).fault, undefined);
});

test('a text that begins with the matter leaves the mood unmet', () => {
  assert.equal(read('签收后 7 天内可以申请退货[1]。', angry).isUnmet, true);
  assert.equal(read('给您添麻烦了。签收后 7 天内可以申请退货[1]。', angry).isUnmet, false);
  assert.equal(read('帐篷漏水，先看这里：签收后 7 天内可以申请退货[1]。', angry).isUnmet, false);
  assert.equal(read('签收后 7 天内可以申请退货[1]。', calm).isUnmet, false);
});

test('after the built-in acknowledgement said sorry, the model does not', () => {
  const { text } = read('签收后 7 天内可以申请退货[1]。非常抱歉。', angry);
  assert.equal(text, '签收后 7 天内可以申请退货[1]。');
});

test('any words in any pieces end, without an error', () => {
  for (const written of [
    '',
    '。',
    '\n\n\n',
    '！！！',
    '，，，抱歉，，',
    'sorry',
    '[1]',
    'a.'.repeat(3000),
    '我'.repeat(3000),
  ])
    for (const rules of [calm, angry]) assert.equal(typeof read(written, rules).text, 'string');
});

test('a claim to feel is never shown on its way, to a calm customer neither', () => {
  for (const claim of [
    '换作是我也会气坏的。',
    '真替您着急。',
    '听了真让人心疼。',
    'It pains us to see this. ',
    'That makes me sad. ',
    'My heart goes out to you. ',
  ]) {
    const { shown, text, fault } = read(`${claim}签收后 7 天内可以申请退货[1]。`, calm);
    assert.equal(fault, undefined, claim);
    assert.equal(shown.join('').trimStart(), '签收后 7 天内可以申请退货[1]。', claim);
    assert.equal(text, '签收后 7 天内可以申请退货[1]。');
  }
});
