import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandoffReasonCode } from '../terms/handoff-reason.ts';
import { handoffText } from '../text/assistant.ts';
import { apologisesIn } from './apology.ts';
import { handOverWords } from './hand-over.ts';
import type { MannerFacts } from './manner-for.ts';

const calm: MannerFacts = {
  emotion: 'neutral',
  intensity: 0,
  course: [],
  apologisedBefore: false,
  trouble: null,
  matters: [],
  seed: 'c:1',
  spoken: [],
};
const angry = { ...calm, emotion: 'angry', intensity: 0.8 } as const;
const codes = Object.keys(handoffText) as HandoffReasonCode[];
const apologies = (text: string) => text.match(/抱歉|对不起|sorry/gi)?.length ?? 0;

test('every handover says what goes along and what happens next, and says sorry at most once', () => {
  for (const language of ['zh', 'en'] as const)
    for (const reason of codes)
      for (const facts of [
        calm,
        angry,
        { ...angry, emotion: 'sad' as const },
        { ...angry, emotion: 'anxious' as const },
      ]) {
        const { text } = handOverWords(facts, { language, reason, canCome: true });
        assert.ok(apologies(text) <= 1, text);
        if (reason === 'self-harm' || reason === 'safety') {
          assert.equal(text, handoffText[reason][language]);
          continue;
        }
        assert.match(text, /转交|转过去|带过去|goes along|passing on/, text);
        assert.match(text, /在这里(?:直接)?回复|reply right here/, text);
        const again = handOverWords(
          { ...facts, apologisedBefore: true },
          { language, reason, canCome: true },
        );
        assert.ok(!apologisesIn(again.text), again.text);
        assert.match(again.text, /^[\p{Lu}\p{Script=Han}]/u);
        assert.doesNotMatch(again.text, /[，,–]\s*[。.]|。。|^\s|\s\s/);
      }
});

test('the trouble is named once: in the first words, or in what goes along', () => {
  const trouble = '帐篷漏水';
  for (const facts of [calm, angry])
    for (const reason of ['customer-asked', 'anger', 'complaint', 'legal-threat'] as const) {
      const { text } = handOverWords({ ...facts, trouble }, { language: 'zh', reason, canCome: true });
      assert.equal(text.split(trouble).length, 2, text);
    }
});

test('nobody is announced where nobody can come: the notice says what happens', () => {
  const { text } = handOverWords(calm, { language: 'zh', reason: 'customer-asked', canCome: false });
  assert.doesNotMatch(text, /同事.*回复/);
});

test('a threat of the law is answered soberly', () => {
  const { text } = handOverWords(angry, { language: 'zh', reason: 'legal-threat', canCome: true });
  assert.match(text, /^您的诉求我们会认真对待。/);
});
