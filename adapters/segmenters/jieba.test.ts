import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSegmenter } from './jieba.ts';

test('words of customer service and names of the shop stay whole', () => {
  const segment = createSegmenter({ words: ['云栖帐篷'] });
  assert.ok(segment('请帮我转人工客服').includes('人工客服'));
  assert.ok(segment('支持七天无理由退货吗').includes('七天无理由'));
  assert.ok(segment('云栖帐篷有货吗').includes('云栖帐篷'));
});

test('the same text is always cut alike, and odd words of the shop do no harm', () => {
  const segment = createSegmenter({ words: ['', ' ', '有 空格', '换\n行'] });
  assert.deepEqual(segment('退款什么时候到账'), segment('退款什么时候到账'));
  assert.deepEqual(segment(''), []);
});
