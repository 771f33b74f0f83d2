import { escaped, type Schema, schemaWords } from './schema-words.ts';

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content }>
  >;
  readonly 'x-allowed-to'?: readonly string[];
}

interface Described {
  readonly paths?: Record<string, Record<string, Operation>>;
  readonly info?: { readonly title: string; readonly version: string };
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** The OpenAPI description as one plain page: no script, nothing fetched. */
export function descriptionPage(description: object): string {
  const { paths = {}, info, components } = description as Described;
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tagOf = ({ operation }: (typeof calls)[number]) => operation.tags?.[0] ?? 'Other';
  const tags = [...new Set(calls.map(tagOf))];
  const sections = tags.map((tag) => {
    const cards = calls
      .filter((call) => tagOf(call) === tag)
      .map(
        ({ path, method, operation }) =>
          `<details><summary><b class="${method}">${method}</b> <code>${escaped(path)}</code> ${withCode(operation.summary ?? '')}</summary>${callWords(operation)}</details>`,
      );
    return `<h2 id="${escaped(tag)}">${escaped(tag)}</h2>${cards.join('')}`;
  });
  const shapes = Object.entries(components?.schemas ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, schema]) =>
        `<section id="shape-${escaped(name)}"><h3>${escaped(name)}</h3>${schema.description ? `<p>${escaped(schema.description)}</p>` : ''}<pre>${schemaWords(schema)}</pre></section>`,
    );
  const title = escaped(info?.title ?? '');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} API</title><style>${style}</style></head><body><h1>${title} API ${escaped(info?.version ?? '')}</h1>
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Customers carry <code>Authorization: Bearer</code> from <code>POST /api/widget/boot</code>, staff the session cookie. The live connection is at <code>/api/socket</code>; see <code>docs/protocol.md</code>. A field with <code>?</code> may be missing; times are epoch milliseconds.</p><nav>${[...tags, 'Shapes'].map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' ')}</nav>${sections.join('')}<h2 id="Shapes">Shapes</h2>${shapes.join('')}</body></html>`;
}

/** What stands between backticks is code. */
const withCode = (text: string) => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function callWords({
  description,
  parameters = [],
  requestBody,
  responses = {},
  ...operation
}: Operation): string {
  const inputs = parameters.map(
    ({ name, in: where, required, schema = {} }) =>
      `<li><code>${escaped(name)}</code> <i>in the ${escaped(where)}${required ? ', required' : ''}</i> <code>${schemaWords(schema)}</code></li>`,
  );
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const refused = Object.entries(responses).filter(([status]) => /^[45]/.test(status));
  return [
    description ? `<p>${withCode(description)}</p>` : '',
    `<p><i>Who may: ${escaped(operation['x-allowed-to']?.join(', ') ?? '')}</i></p>`,
    inputs.length > 0 ? `<ul>${inputs.join('')}</ul>` : '',
    requestBody ? contentWords('Takes', requestBody.content) : '',
    ...good.map(([status, answer]) => contentWords(`Answers ${status}`, answer.content)),
    `<p>Refuses</p><ul>${refused.map(([status, answer]) => `<li>${escaped(status)} <code>${escaped(answer.description ?? '')}</code></li>`).join('')}</ul>`,
  ].join('');
}

function contentWords(what: string, content: Content = {}): string {
  const forms = Object.entries(content);
  if (forms.length === 0) return `<p>${escaped(what)}, without a body</p>`;
  return forms
    .map(([type, { schema }]) => {
      const words = schema ? `<pre>${schemaWords(schema)}</pre>` : '';
      return `<p>${escaped(what)} <i>${escaped(type)}</i></p>${words}`;
    })
    .join('');
}

const style = `:root{color-scheme:light dark}html{background:#fff;color:#16201f;scroll-padding-top:16px}a{color:#0f766e}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:0 auto;padding:24px 16px}
details{border:1px solid color-mix(in srgb,currentColor 18%,transparent);border-radius:6px;margin:8px 0;padding:8px 12px}summary{cursor:pointer;overflow-wrap:anywhere}nav{display:flex;flex-wrap:wrap;gap:4px 16px}
b{display:inline-block;min-width:4.5em;font-size:13px}.GET{color:#0f766e}.POST{color:#4f46e5}.PUT,.PATCH{color:#b45309}.DELETE{color:#b91c1c}
@media(prefers-color-scheme:dark){html{background:#161d1e;color:#e6edec}a{color:#4fd1bf}.GET{color:#5eead4}.POST{color:#a5b4fc}.PUT,.PATCH{color:#fbbf24}.DELETE{color:#fca5a5}}
i{font-style:normal;opacity:.75}pre{overflow:auto;font-size:13px;line-height:1.5}pre i{font-family:system-ui,sans-serif}code{font-size:14px;overflow-wrap:anywhere}h3{font-size:15px;margin:24px 0 0}section:target h3{text-decoration:underline}`;
