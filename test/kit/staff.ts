import assert from 'node:assert/strict';
import type { ConversationSummary } from '../../core/protocol/views.ts';

/** A signed-in member of the staff, calling the server as the desk does. */
export interface StaffClient {
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The conversations of a view of the desk's list. */
  conversations(view: string): Promise<readonly ConversationSummary[]>;
}

/** Signs in. The call fails the test when the server refuses it. */
export async function signIn(
  url: string,
  account: { readonly email: string; readonly password: string },
): Promise<StaffClient> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  assert.equal(response.status, 200, await response.clone().text());
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0]!;
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(url + path, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  return {
    call,
    conversations: async (view) =>
      (await call<{ conversations: ConversationSummary[] }>('GET', `/api/conversations?view=${view}`))
        .conversations,
  };
}
