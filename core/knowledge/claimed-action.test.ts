import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsAction } from './claimed-action.ts';

for (const text of [
  '好的，正在为您转接人工客服，请稍候。',
  '我这就帮您转人工[1]。',
  '马上转接客服，请不要离开。',
  '我来帮您联系仓库催一下。',
  '已经为您取消了订单。',
  '已帮您提交退款申请，请放心。',
  'I’m connecting you to a colleague now.',
  "I'll transfer you to an agent.",
  'I have cancelled your order [1].',
  'I can refund this for you.',
]) {
  test(`「${text}」 claims an action`, () => assert.ok(claimsAction(text)));
}

for (const text of [
  '签收后 7 天内可以申请退货[1]。',
  '已发货的订单不能取消，您可以签收后退货[1]。',
  '我们会在 24 小时内为您补发[1]。',
  '仓库会尽快为您安排发货[1]。',
  '需要真人客服，点「转人工」就行。',
  '如需帮助，可以联系人工客服[2]。',
  '退款会在 3 个工作日内退回原支付账户[1]。',
  'Refunds are processed within 3 working days [1].',
  'You can cancel the order before it ships [1].',
  'If you need more help, you can talk to a person.',
]) {
  test(`「${text}」 claims no action`, () => assert.ok(!claimsAction(text)));
}
