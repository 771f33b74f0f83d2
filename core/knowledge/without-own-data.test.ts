import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutOwnData } from './without-own-data.ts';

test('clauses that tell who somebody is are no part of what they ask', () => {
  for (const [text, asked] of [
    ['我叫[姓名]，电话 [电话]，炉头坏了怎么办，卡号 [卡号]', '炉头坏了怎么办'],
    ['Hi, my name is [name], my e-mail is [e-mail]. My stove goes out.', 'Hi,My stove goes out.'],
    ['订单 [订单号] 什么时候到', '订单 [订单号] 什么时候到'],
    ['我是[姓名]，在吗', '我是[姓名]，在吗'],
    ['多少钱，能退吗', '多少钱，能退吗'],
  ] as const)
    assert.equal(withoutOwnData(text), asked);
});
