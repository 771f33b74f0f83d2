import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogPage } from '../../adapters/store/whole-log.ts';
import type { ConversationEvent, EventKind } from '../../core/terms/event.ts';
import { createLogPages } from './log-pages.ts';

/** A log of kinds, read two at a time; a cursor is how many lie behind it. */
function logOf(kinds: EventKind[]) {
  const asked: string[] = [];
  return {
    kinds,
    asked,
    async read(after: string, _limit?: number, wanted?: readonly EventKind[]): Promise<LogPage> {
      asked.push(after);
      const from = Number(after);
      const looked = kinds.slice(from, from + 2);
      await new Promise((resolve) => setImmediate(resolve));
      return {
        events: looked
          .filter((kind) => wanted!.includes(kind))
          .map((kind) => ({ kind }) as ConversationEvent),
        cursor: String(from + looked.length),
        isLast: looked.length < 2,
      };
    },
  };
}

const kindsOf = (page: LogPage) => page.events.map(({ kind }) => kind);

test('readers at the same place read a page once, and each gets its own kinds of it', async () => {
  const log = logOf(['rated', 'resolved', 'rated']);
  const pages = createLogPages(log);
  const one = pages.reader(['rated']);
  const other = pages.reader(['resolved', 'rated']);
  const [first, second] = await Promise.all([one('0'), other('0')]);
  assert.deepEqual(kindsOf(first), ['rated']);
  assert.deepEqual(kindsOf(second), ['rated', 'resolved']);
  assert.deepEqual([await one('2'), await other('2')].map(kindsOf), [['rated'], ['rated']]);
  assert.deepEqual(log.asked, ['0', '2']);
});

test('that nothing more was there is asked again, also by who waited for the answer', async () => {
  const log = logOf([]);
  const pages = createLogPages(log);
  const one = pages.reader(['rated']);
  const other = pages.reader(['rated']);
  const waiting = [one('0'), other('0')];
  log.kinds.push('rated');
  const [, second] = await Promise.all(waiting);
  assert.deepEqual(kindsOf(second!), ['rated'], 'the second saw what came after the first had looked');
});

test('a reader that comes later finds its kinds on pages that were read without it', async () => {
  const log = logOf(['rated', 'resolved']);
  const pages = createLogPages(log);
  assert.deepEqual(kindsOf(await pages.reader(['rated'])('0')), ['rated']);
  assert.deepEqual(kindsOf(await pages.reader(['resolved'])('0')), ['resolved']);
});

test('a page that could not be read is read again', async () => {
  const log = logOf(['rated']);
  let fails = true;
  const pages = createLogPages({
    read: (...asked) => (fails ? Promise.reject(new Error('away')) : log.read(...asked)),
  });
  const one = pages.reader(['rated']);
  await assert.rejects(one('0'), /away/);
  fails = false;
  assert.deepEqual(kindsOf(await one('0')), ['rated']);
});
