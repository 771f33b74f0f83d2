import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readWrittenDraft } from './read-written-draft.ts';

const transcript = '客户：头灯闪红灯怎么办\n坐席：长按开关 10 秒复位，别用快充头。';
const draft = (changes: object = {}) =>
  JSON.stringify({
    title: '头灯闪红灯怎么办？',
    questions: ['头灯红灯一直闪'],
    steps: ['长按开关 10 秒', '等灯熄灭'],
    conditions: [],
    avoid: ['不要用快充头'],
    ...changes,
  });
const refusal = (written: string) => {
  const read = readWrittenDraft(written, transcript, 'zh');
  return 'refused' in read ? read.refused : 'let through';
};

test('what a model wrote becomes an article with numbered steps, whatever stands around it', () => {
  const read = readWrittenDraft(`好的：\n\`\`\`json\n${draft()}\n\`\`\``, transcript, 'zh');
  assert.ok(!('refused' in read));
  assert.equal(read.title, '头灯闪红灯怎么办？');
  assert.equal(read.body, '1. 长按开关 10 秒\n2. 等灯熄灭\n\n## 注意\n\n- 不要用快充头');
});

test('a draft that says more than the conversation is refused with its reason', () => {
  assert.equal(refusal(draft({ steps: ['长按开关 30 秒'] })), 'foreign-figure');
  assert.equal(refusal(draft({ steps: ['长按开关，见 https://evil.example'] })), 'foreign-link');
  assert.equal(refusal(draft({ avoid: ['不懂就打我是王小明，'] })), 'personal-data');
  assert.equal(
    refusal(draft({ title: 'What to do', questions: [], steps: ['Hold it'], avoid: [] })),
    'other-language',
  );
  assert.equal(refusal(draft({ steps: [] })), 'empty');
  assert.equal(refusal(draft({ steps: ['长'.repeat(500)] })), 'too-long');
  assert.equal(refusal('我写不出来'), 'unreadable');
  assert.equal(refusal('{"title": '), 'unreadable');
});

test('nothing a model writes makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => refusal(`{"title":${JSON.stringify(text)},"steps":[${JSON.stringify(text)}]}`).length > 0,
    ),
  );
  fc.assert(fc.property(fc.json(), (text) => refusal(text).length > 0));
});
