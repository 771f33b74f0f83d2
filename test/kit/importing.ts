import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportOptions, ImportView, RejectedRowView } from '../../core/protocol/imports.ts';
import { type Answer, call } from './client.ts';

/** A lead who imports, on the public interface. */
export interface Importing {
  readonly cookie: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<Answer<T>>;
  /** Uploads a file and sees its first rows. */
  upload(name: string, bytes: Uint8Array | string): Promise<ImportView>;
  /** The same, started with these choices, until it has ended. */
  bring(name: string, bytes: Uint8Array | string, options?: Partial<ImportOptions>): Promise<ImportView>;
  /** Waits until an import has ended. */
  ended(id: string, withinMs?: number): Promise<ImportView>;
  rejected(id: string): Promise<readonly RejectedRowView[]>;
}

const running = ['uploading', 'prepared', 'queued', 'reading', 'writing'];

export async function startImporting(
  url: string,
  account: { readonly email: string; readonly password: string },
  language = 'zh-CN',
): Promise<Importing> {
  const session = await call(url, 'POST', '/api/session', { body: account });
  assert.equal(session.status, 200);
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0]!;
  const headers = { 'accept-language': language };

  async function get<T>(path: string): Promise<T> {
    const { status, body } = await call<T>(url, 'GET', path, { cookie, headers });
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    return body;
  }
  const post = <T>(path: string, body?: unknown) => call<T>(url, 'POST', path, { cookie, headers, body });

  async function upload(name: string, bytes: Uint8Array | string): Promise<ImportView> {
    const form = new FormData();
    form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
    const { status, body } = await post<ImportView>('/api/imports', form);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }

  async function ended(id: string, withinMs = 60_000): Promise<ImportView> {
    const until = Date.now() + withinMs;
    for (;;) {
      const one = await get<ImportView>(`/api/imports/${id}`);
      if (!running.includes(one.state)) return one;
      assert.ok(Date.now() < until, `still ${one.state} after ${withinMs} ms, ${one.rows} rows`);
      await sleep(100);
    }
  }

  return {
    cookie,
    get,
    post,
    upload,
    ended,
    async bring(name, bytes, options = {}) {
      const one = await upload(name, bytes);
      if (one.state === 'failed') return one;
      const { status, body } = await post(`/api/imports/${one.id}/start`, {
        status: 'published',
        ...options,
      });
      assert.equal(status, 200, JSON.stringify(body));
      return ended(one.id);
    },
    rejected: async (id) =>
      (await get<{ rejected: RejectedRowView[] }>(`/api/imports/${id}/rejected`)).rejected,
  };
}
