import { setTimeout as sleep } from 'node:timers/promises';

/** One caller of the HTTP interface: a customer with a token, or staff with a cookie. */
export interface Api {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Longest wait for anything that must happen. */
export const patienceMs = 30_000;
const mostAttempts = 20;

/**
 * Calls the server and returns its JSON. Told to wait (429, 503), it waits as it was told and repeats: every call
 * here carries its own id or changes nothing.
 *
 * @throws Error with the server's code when it refuses
 */
export async function call<T>(api: Api, method: string, path: string, body?: object): Promise<T> {
  const response = await request(api, method, path, body);
  return (await response.json()) as T;
}

/** Signs in and returns the caller with its session cookie, and who it is. */
export async function signIn(
  url: string,
  email: string,
  password: string,
): Promise<{ api: Api; role: string }> {
  const response = await request({ url, headers: {} }, 'POST', '/api/session', { email, password });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { agent } = (await response.json()) as { agent: { role: string } };
  return { api: { url, headers: { cookie } }, role: agent.role };
}

async function request(api: Api, method: string, path: string, body?: object): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(api.url + path, {
      method,
      headers: { ...api.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return response;
    const text = await response.text();
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || attempt === mostAttempts)
      throw new Error(`${method} ${shapeOf(path)}: ${codeOf(text) ?? response.status}`);
    await sleep(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}

/** The path without ids, so that equal errors count together. */
function shapeOf(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}').replace(/\?.*/, '');
}

function codeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { error?: { code?: string } }).error?.code;
  } catch {
    return undefined;
  }
}
