import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Block, type Inline, parseMarkdown, plainText, safeHref } from './markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

test('an article becomes headings, paragraphs, tables and lists', () => {
  const blocks = parseMarkdown(
    '云栖 2 售价 **¥1,299**。\n第二行\n\n## 参数\n| 项目 | 数值 |\n|---|---|\n| 内帐 | `215` cm |\n\n1. 打开\n2. 收起\n   - 先拔地钉',
  );
  assert.deepEqual(blocks, [
    {
      kind: 'paragraph',
      children: [
        text('云栖 2 售价 '),
        { kind: 'bold', children: [text('¥1,299')] },
        text('。'),
        { kind: 'break' },
        text('第二行'),
      ],
    },
    { kind: 'heading', level: 2, children: [text('参数')] },
    {
      kind: 'table',
      head: [[text('项目')], [text('数值')]],
      rows: [[[text('内帐')], [{ kind: 'code', text: '215' }, text(' cm')]]],
    },
    {
      kind: 'list',
      ordered: true,
      start: 1,
      items: [
        { children: [text('打开')], blocks: [] },
        {
          children: [text('收起')],
          blocks: [
            {
              kind: 'list',
              ordered: false,
              start: 1,
              items: [{ children: [text('先拔地钉')], blocks: [] }],
            },
          ],
        },
      ],
    },
  ] satisfies Block[]);
});

test('a link keeps its address when it is safe and stays plain words when it is not', () => {
  assert.deepEqual(parseMarkdown('[退货](/help/returns) [x](javascript:alert)'), [
    {
      kind: 'paragraph',
      children: [
        { kind: 'link', href: '/help/returns', children: [text('退货')] },
        text(' [x](javascript:alert)'),
      ],
    },
  ]);
});

test('an address in the text becomes a link without the full stop after it', () => {
  assert.deepEqual(parseMarkdown('见 https://example.com/a?b=1。再见 https://example.com.'), [
    {
      kind: 'paragraph',
      children: [
        text('见 '),
        { kind: 'link', href: 'https://example.com/a?b=1', children: [text('https://example.com/a?b=1')] },
        text('。再见 '),
        { kind: 'link', href: 'https://example.com', children: [text('https://example.com')] },
        text('.'),
      ],
    },
  ]);
});

test('only http, https, mailto, tel and relative addresses are safe', () => {
  for (const address of ['https://a.cn/x', 'mailto:a@b.cn', 'tel:400', '/help/a#p1', '#p0', './a', 'a/b'])
    assert.equal(safeHref(address), address);
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'a:b',
    '',
  ])
    assert.equal(safeHref(address), null, address);
});

const markdownish = fc
  .array(
    fc.constantFrom(
      '**',
      '`',
      '[',
      '](',
      ')',
      '|',
      '-',
      '\n',
      '# ',
      '1. ',
      '- ',
      '  ',
      '<b>',
      '字',
      'a',
      '\\',
    ),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''));

function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'rule') return '';
      if (block.kind === 'code') return block.text;
      if (block.kind === 'table') return [...block.head, ...block.rows.flat()].map(plainText).join('');
      if (block.kind === 'list')
        return block.items.map((item) => plainText(item.children) + words(item.blocks)).join('');
      return plainText(block.children);
    })
    .join('');
}

test('no written word is lost, whatever the markers around it', () => {
  fc.assert(
    fc.property(fc.oneof(markdownish, fc.string()), (markdown) => {
      const letters = (some: string) =>
        [...some].filter((letter) => letter === '字' || letter === 'b').length;
      const shown = words(parseMarkdown(markdown));
      const dropped = /^ {0,3}(```|~~~)/m.test(markdown) || /\]\(/.test(markdown);
      if (!dropped) assert.equal(letters(shown), letters(markdown));
      return true;
    }),
    { numRuns: 2_000 },
  );
});

test('every link in a parsed text has a safe address', () => {
  const check = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'link') assert.equal(safeHref(inline.href), inline.href);
      if ('children' in inline) check(inline.children);
    }
  };
  const scheme = fc.constantFrom('https://', 'http:', 'javascript:', 'data:', 'mailto:', '/', '//', '');
  const address = fc.tuple(scheme, fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.string(), address, (label, href) => {
      for (const block of parseMarkdown(`[${label}](${href})`))
        if ('children' in block) check(block.children);
    }),
  );
});

test('time grows with the length of a hostile text, not with its square', () => {
  for (const piece of ['[', '**', '`', '*', '[a](', '| ', '- ', 'http://!', '](', '\\', '> [', '  - a\n'])
    for (const end of ['', '](x)', '**', ')']) {
      const started = performance.now();
      parseMarkdown(piece.repeat(20_000) + end);
      const took = performance.now() - started;
      assert.ok(took < 2_000, `${JSON.stringify(piece)} took ${took} ms`);
    }
});
