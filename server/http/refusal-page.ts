import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { Language } from '../../core/terms/language.ts';
import { errorText, refusalPageText } from '../../core/text/errors.ts';
import { statusOf } from './refusal.ts';

/** Whether a person's browser came to an address, rather than a program or a page's own call. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && Boolean(headers.accept?.includes('text/html'));
}

const style = `:root{color-scheme:light dark;--ground:#f5f7f7;--text:#16201f;--soft:#4c5957;--accent:#0f766e}
@media(prefers-color-scheme:dark){:root{--ground:#0e1314;--text:#e6edec;--soft:#b1bdbb;--accent:#4fd1bf}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--text);font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:26rem;padding:24px}h1{margin:0 0 8px;font-size:20px}p{margin:0 0 16px;color:var(--soft)}a{color:var(--accent)}small{font-size:13px;color:var(--soft)}`;

/** Says what happened and where to go on, to a person who typed or followed an address. No script, nothing fetched. */
export function sendRefusalPage(reply: FastifyReply, code: ErrorCode, language: Language): FastifyReply {
  const words = refusalPageText;
  const sentence = (code === 'not-found' ? words.notFound : errorText[code])[language];
  const title = (code === 'not-found' ? words.notFoundTitle : words.title)[language];
  return reply
    .code(statusOf(code))
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Tandem</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${sentence}</p><p><a href="/">${words.home[language]}</a></p><small>${words.code[language]} ${code}</small></main></body></html>`,
    );
}
