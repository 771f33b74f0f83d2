import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encodingOf } from './decode.ts';

/** Text as an encoding of two bytes a character writes it, by reading all there are. */
function encoded(text: string, encoding: 'big5' | 'gbk'): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      try {
        const character = decoder.decode(Uint8Array.of(first, second));
        if (!bytesOf.has(character)) bytesOf.set(character, [first, second]);
      } catch {
        // No character of this encoding.
      }
    }
  return Uint8Array.from(
    [...text].flatMap((one) => (one.charCodeAt(0) < 128 ? [one.charCodeAt(0)] : [...bytesOf.get(one)!])),
  );
}

const texts = {
  big5: [
    '問題,答案\n請問怎麼退貨?,收到商品後七天內可以申請退貨,運費由買家支付。\n',
    '問題,答案\n門市幾點開門?,每天上午十點到晚上九點。\n',
    '標題,內容\n保固多久?,自購買日起一年。\n',
  ],
  gbk: [
    '问题,答案\n请问怎么退货?,收到商品后七天内可以申请退货,运费由买家支付。\n',
    '问题,答案\n门店几点开门?,每天上午十点到晚上九点。\n',
    '标题,内容\n保修多久?,自购买之日起一年。\n',
    '問題,答案\n請問怎麼退貨?,收到商品後七天內可以申請退貨。\n',
  ],
};

for (const [encoding, written] of Object.entries(texts))
  for (const text of written)
    test(`「${text.slice(6, 14)}」 saved as ${encoding} is read as it was written`, () => {
      assert.equal(decode(encoded(text, encoding as keyof typeof texts)), text);
    });

test('what says its encoding, or is none of these, is not guessed at', () => {
  assert.equal(encodingOf(new TextEncoder().encode('問題')), 'utf-8');
  assert.equal(encodingOf(Uint8Array.of(0xff, 0xfe, 0x4e, 0x55)), 'utf-16le');
  assert.equal(encodingOf(new Uint8Array()), 'utf-8');
});
