import type { ErrorCode } from '../../core/terms/error-code.ts';
import { errorText } from '../../core/text/errors.ts';
import { currentLanguage, htmlLanguage } from './language.ts';

/**
 * A refused or failed call. `code` is the server's stable code, or `offline` when no answer came at all, or
 * `unreadable` when the answer was not of this protocol. `message` is a sentence in the page's language.
 */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline' | 'unreadable';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly details: unknown;
  constructor(code: ApiError['code'], message: string, status: number, details?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

const offline = {
  zh: '网络不通，没有连上服务器。请检查网络后再试。',
  en: 'The server could not be reached. Check your connection and try again.',
};
const away = {
  zh: '服务器暂时没有回应，可能正在重启。请过一会儿再试。',
  en: 'The server is not answering; it may be restarting. Please try again in a moment.',
};
const unreadable = {
  zh: '服务器的回答无法识别，请稍后再试。',
  en: 'The server’s answer could not be read. Please try again later.',
};

/** Where a proxy in front answers in the server's place, its status is all that is known. */
const elsewhere: Readonly<
  Record<number, readonly [ErrorCode, { readonly zh: string; readonly en: string }]>
> = {
  413: ['too-large', errorText['too-large']],
  429: ['too-many-requests', errorText['too-many-requests']],
  502: ['overloaded', away],
  503: ['overloaded', away],
  504: ['overloaded', away],
};

/** Called for every answer that says that nobody is signed in; the page goes back to its sign-in form. */
let signedOutListener: () => void = () => {};
export function onSignedOut(listener: () => void): void {
  signedOutListener = listener;
}

/** The error that a status and a body of the protocol stand for. */
export function errorFrom(status: number, body: unknown): ApiError {
  const error = (body as { error?: { code?: ErrorCode; message?: string; details?: unknown } } | null)?.error;
  if (!error?.code || typeof error.message !== 'string') {
    const known = elsewhere[status];
    return known
      ? new ApiError(known[0], known[1][currentLanguage()], status)
      : new ApiError('unreadable', unreadable[currentLanguage()], status);
  }
  return new ApiError(error.code, error.message, status, error.details);
}

function headers(body: unknown): Record<string, string> {
  const language = { 'Accept-Language': htmlLanguage(currentLanguage()), Accept: 'application/json' };
  return body === undefined || body instanceof FormData
    ? language
    : { ...language, 'Content-Type': 'application/json' };
}

async function ask(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: headers(body),
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', offline[currentLanguage()], 0);
  }
}

async function answerOf<Result>(response: Response): Promise<Result> {
  const text = await response.text();
  let parsed: unknown = null;
  try {
    parsed = text === '' ? null : JSON.parse(text);
  } catch {
    throw errorFrom(response.status, null);
  }
  if (response.ok) return parsed as Result;
  const error = errorFrom(response.status, parsed);
  if (error.code === 'not-signed-in' || error.code === 'session-expired') signedOutListener();
  throw error;
}

async function call<Result>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Result> {
  return answerOf<Result>(await ask(method, path, body, signal));
}

/** The words of an answer as they come; a refusal is thrown before the first of them. */
async function* stream(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<string> {
  const response = await ask('POST', path, body, signal);
  if (!response.ok || !response.body) {
    await answerOf(response);
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/**
 * The staff's calls (`docs/protocol.md`), with the session cookie. The caller names the type of the answer.
 * Throws {@link ApiError}; an aborted call throws the browser's `AbortError`.
 */
export const api = {
  get: <Result>(path: string, signal?: AbortSignal) => call<Result>('GET', path, undefined, signal),
  post: <Result>(path: string, body: unknown = {}, signal?: AbortSignal) =>
    call<Result>('POST', path, body, signal),
  put: <Result>(path: string, body: unknown = {}) => call<Result>('PUT', path, body),
  patch: <Result>(path: string, body: unknown = {}) => call<Result>('PATCH', path, body),
  delete: <Result>(path: string) => call<Result>('DELETE', path),
  stream,
  /** Sends a file as multipart field `file`; `onProgress` gets the sent share from 0 to 1. */
  upload: <Result>(path: string, file: File, onProgress?: (share: number) => void, signal?: AbortSignal) =>
    upload<Result>(path, file, onProgress, signal),
};

/** XMLHttpRequest, because fetch still cannot tell how much of a body has been sent. */
function upload<Result>(
  path: string,
  file: File,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers(new FormData()))) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError('offline', offline[currentLanguage()], 0));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      let body: unknown = null;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // Not of this protocol: `errorFrom` says so, and a 2xx without JSON is just as unreadable.
      }
      if (request.status >= 200 && request.status < 300 && body !== null) resolve(body as Result);
      else reject(errorFrom(request.status, body));
    };
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** The sentence to show for whatever was thrown, with the code that support can look up. */
export function errorSentence(error: unknown): { readonly message: string; readonly code: string } {
  if (error instanceof ApiError) return { message: error.message, code: error.code };
  return { message: unreadable[currentLanguage()], code: 'unreadable' };
}
