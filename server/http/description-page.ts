import { descriptionStyle } from './description-style.ts';
import { escaped, type Schema, schemaWords } from './schema-words.ts';

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
  readonly 'x-allowed-to'?: readonly string[];
}

interface Call {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

const anchor = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The OpenAPI description as one plain page: no script, nothing fetched. */
export function descriptionPage(description: object): string {
  const {
    paths = {},
    info,
    components,
  } = description as {
    paths?: Record<string, Record<string, Operation>>;
    info?: { title: string; version: string };
    components?: { schemas?: Readonly<Record<string, Schema>> };
  };
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = Map.groupBy(calls, ({ operation }) => operation.tags?.[0] ?? 'Other');
  const contents = [...groups].map(
    ([tag, group]) => `<li><a href="#${anchor(tag)}">${escaped(tag)}</a> <small>${group.length}</small></li>`,
  );
  const sections = [...groups].map(
    ([tag, group]) =>
      `<section id="${anchor(tag)}"><h2>${escaped(tag)}</h2>${group.map(callCard).join('')}</section>`,
  );
  const title = `${escaped(info?.title ?? '')} API`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${descriptionStyle}</style></head><body><header><h1>${title} <small>${escaped(info?.version ?? '')}</small></h1>
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Customers carry <code>Authorization: Bearer</code> from <code>POST /api/widget/boot</code>, staff the session cookie. The live connection is at <code>/api/socket</code>; see <code>docs/protocol.md</code>.</p>
<p>A refusal has a status from 400 on and <code>{ error: { code, message } }</code>: a code that never changes, and a sentence that says what to do.</p></header>
<nav aria-label="Contents"><ul>${contents.join('')}<li><a href="#shapes">Shapes</a></li></ul></nav><main>${sections.join('')}${shapeSection(components?.schemas ?? {})}</main></body></html>`;
}

function callCard({ path, method, operation }: Call): string {
  const parts = [
    allowed(operation['x-allowed-to'] ?? []),
    parameterTable(operation.parameters ?? []),
    ...bodies('Body', operation.requestBody),
    ...Object.entries(operation.responses ?? {})
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([status, answer]) => bodies(`Answer ${status}`, answer)),
    refusals(operation.responses ?? {}),
  ];
  return `<details id="${anchor(`${method} ${path}`)}"><summary><b class="${method}">${method}</b><code>${brokenAtSlashes(path)}</code><span>${escaped(operation.summary ?? '')}</span></summary>${parts.join('')}</details>`;
}

function refusals(responses: NonNullable<Operation['responses']>): string {
  const rows = Object.entries(responses)
    .filter(([status]) => /^[45]/.test(status))
    .map(
      ([status, { description = '' }]) =>
        `<tr><td>${escaped(status)}</td><td><code>${escaped(description)}</code></td></tr>`,
    );
  return `<h3>Refusals</h3><div class="table"><table>${rows.join('')}</table></div>`;
}

/** Every shape that has a name: answers point to them. */
function shapeSection(shapes: Readonly<Record<string, Schema>>): string {
  const all = Object.entries(shapes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, schema]) =>
        `<h3 id="shape-${escaped(name)}">${escaped(name)}</h3><pre tabindex="0">${schemaWords(schema)}</pre>`,
    );
  return `<section id="shapes"><h2>Shapes</h2>${all.join('')}</section>`;
}

/** A long path breaks between its parts, not within a word. */
const brokenAtSlashes = (path: string) => escaped(path).replaceAll('/', '<wbr>/');

const callers: Readonly<Record<string, string>> = {
  anonymous: 'anyone',
  contact: 'customers',
  agent: 'agents',
  supervisor: 'supervisors',
  administrator: 'administrators',
};

function allowed(who: readonly string[]): string {
  const named = who.map((one) => escaped(callers[one] ?? one));
  return named.length === 0 ? '' : `<p class="who">For ${named.join(', ')}</p>`;
}

function parameterTable(parameters: NonNullable<Operation['parameters']>): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (one) =>
      `<tr><td><code>${escaped(one.name)}</code></td><td>${escaped(one.in)}${one.required ? '' : ', optional'}</td><td><code>${schemaWords(one.schema ?? {})}</code></td></tr>`,
  );
  return `<h3>Parameters</h3><div class="table"><table>${rows.join('')}</table></div>`;
}

function bodies(name: string, told: Content | undefined): string[] {
  return Object.entries(told?.content ?? {}).map(([form, { schema }]) => {
    const kind = form === 'application/json' ? '' : ` <small>${escaped(form)}</small>`;
    const notation = schema === undefined ? '' : `<pre tabindex="0">${schemaWords(schema)}</pre>`;
    return `<h3>${name}${kind}</h3>${notation}`;
  });
}
