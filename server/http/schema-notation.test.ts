import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { schemaNotation } from './schema-notation.ts';

const notationOf = (schema: z.ZodType) => schemaNotation(z.toJSONSchema(schema, { io: 'input' }));

test('an object is told one property a line, with what may be left out and the limits', () => {
  const article = z.object({
    title: z.string().min(1).max(300),
    topic: z.string().optional(),
    tags: z.array(z.string().max(40)).max(5),
    place: z.object({ row: z.number().int() }),
  });
  assert.equal(
    notationOf(article),
    [
      '{',
      '  title: string (1–300 characters)',
      '  topic?: string',
      '  tags: string (at most 40 characters)[] (at most 5)',
      '  place: {',
      '    row: integer',
      '  }',
      '}',
    ].join('\n'),
  );
});

test('choices stand beside each other, and a list of them in brackets', () => {
  assert.equal(notationOf(z.enum(['a', 'b'])), '"a" | "b"');
  assert.equal(notationOf(z.string().nullable()), 'string | null');
  assert.equal(notationOf(z.array(z.enum(['a', 'b']))), '("a" | "b")[]');
});

test('what nobody described is any', () => {
  assert.equal(schemaNotation(undefined), 'any');
  assert.equal(notationOf(z.record(z.string(), z.number())), '{\n  [name]: number\n}');
});
