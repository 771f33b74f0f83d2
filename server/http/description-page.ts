interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The OpenAPI description as one plain page: no script, nothing fetched. */
export function descriptionPage(description: object): string {
  const { paths = {}, info } = description as {
    paths?: Record<string, Record<string, Operation>>;
    info?: { title: string; version: string };
  };
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      tag: operation.tags?.[0] ?? 'Other',
    })),
  );
  const tags = [...new Set(calls.map(({ tag }) => tag))];
  const sections = tags.map((tag) => {
    const cards = calls
      .filter((call) => call.tag === tag)
      .map(({ path, method, operation }) => {
        const parameters = (operation.parameters ?? []).map(
          (parameter) =>
            `<li><code>${escaped(parameter.name)}</code> <i>${escaped(parameter.in)}</i>${parameter.required ? ', required' : ''} <code>${escaped(JSON.stringify(parameter.schema))}</code></li>`,
        );
        const body = Object.entries(operation.requestBody?.content ?? {}).map(
          ([type, { schema }]) =>
            `<p><i>${escaped(type)}</i></p><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`,
        );
        return `<details><summary><b class="${method}">${method}</b> <code>${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary>${parameters.length ? `<ul>${parameters.join('')}</ul>` : ''}${body.join('')}</details>`;
      });
    return `<h2>${escaped(tag)}</h2>${cards.join('')}`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(info?.title ?? '')} API</title><style>
:root{color-scheme:light dark}html{background:#fff;color:#16201f}a{color:#0f766e}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:0 auto;padding:24px 16px}
details{border:1px solid color-mix(in srgb,currentColor 18%,transparent);border-radius:6px;margin:8px 0;padding:8px 12px}summary{cursor:pointer;overflow-wrap:anywhere}
b{display:inline-block;min-width:4.5em;font-size:13px}.GET{color:#0f766e}.POST{color:#4f46e5}.PUT,.PATCH{color:#b45309}.DELETE{color:#b91c1c}
@media(prefers-color-scheme:dark){html{background:#161d1e;color:#e6edec}a{color:#4fd1bf}.GET{color:#5eead4}.POST{color:#a5b4fc}.PUT,.PATCH{color:#fbbf24}.DELETE{color:#fca5a5}}
i{font-style:normal;opacity:.75}pre{overflow:auto;font-size:13px}code{font-size:14px}</style></head><body><h1>${escaped(info?.title ?? '')} API ${escaped(info?.version ?? '')}</h1>
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Customers carry <code>Authorization: Bearer</code> from <code>POST /api/widget/boot</code>, staff the session cookie. The live connection is at <code>/api/socket</code>; see <code>docs/protocol.md</code>.</p>${sections.join('')}</body></html>`;
}
