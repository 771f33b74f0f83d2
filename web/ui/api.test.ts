import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorFrom } from './api.ts';

test('a refusal keeps the sentence and the code that the server gave it', () => {
  const error = errorFrom(409, { error: { code: 'taken-already', message: '同事已经接手了这个会话。' } });
  assert.deepEqual(
    [error.code, error.message, error.status],
    ['taken-already', '同事已经接手了这个会话。', 409],
  );
});

test('a proxy that answers in the server’s place is told by its status', () => {
  const codes = [413, 429, 502, 503, 504].map((status) => errorFrom(status, null).code);
  assert.deepEqual(codes, ['too-large', 'too-many-requests', 'overloaded', 'overloaded', 'overloaded']);
  assert.match(errorFrom(413, null).message, /压缩/);
});

test('what no server of this protocol says is called unreadable', () => {
  assert.equal(errorFrom(200, null).code, 'unreadable');
  assert.equal(errorFrom(500, { message: 'boom' }).code, 'unreadable');
});
