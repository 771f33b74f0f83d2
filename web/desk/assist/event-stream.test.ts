import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsIn } from './event-stream.ts';
import { type Writing, withEvent } from './use-writing.ts';

test('whole events come out, an unfinished one waits for its rest', () => {
  const { events, rest } = eventsIn('event: text\ndata: {"text":"您"}\n\nevent: te');
  assert.deepEqual(events, [{ event: 'text', data: '{"text":"您"}' }]);
  assert.equal(eventsIn(`${rest}xt\ndata: 1\n\n`).events[0]?.event, 'text');
});

test('comments, other fields and foreign line ends do not disturb it', () => {
  assert.deepEqual(eventsIn(': ping\r\n\r\nid: 3\r\nevent: done\r\ndata: a\r\ndata: b\r\n\r\n').events, [
    { event: 'done', data: 'a\nb' },
  ]);
});

test('what is written grows, and its end replaces what was streamed', () => {
  const begun: Writing = { task: { kind: 'draft' }, state: 'writing', text: '', ref: null };
  const grown = withEvent(withEvent(begun, 'text', '{"text":"您"}'), 'text', '{"text":"好"}');
  assert.equal(grown.text, '您好');
  const done = withEvent(grown, 'done', '{"ref":"w1","text":"您好！","citations":[]}');
  assert.deepEqual([done.state, done.ref, done.text], ['done', 'w1', '您好！']);
});

test('what failed leaves no words to be taken', () => {
  const begun: Writing = { task: { kind: 'draft' }, state: 'writing', text: '半句', ref: null };
  const failed = withEvent(begun, 'failed', '{"code":"model-failed","message":"模型没有回答"}');
  assert.deepEqual([failed.state, failed.text, failed.error?.message], ['failed', '', '模型没有回答']);
});
