import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { Language } from '../../core/terms/language.ts';

/** The server's no, with its stable code. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** Milliseconds after which a repeat is welcome, when the server said so. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, status: number, message: string, retryAfter?: number) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {}

export interface Call {
  readonly origin: string;
  readonly path: string;
  readonly language: Language;
  readonly token?: string | undefined;
  /** Sent as JSON with POST; without it the call is a GET. */
  readonly body?: unknown;
}

/** Milliseconds. */
const patience = 20_000;

/** One HTTP call. Throws `Refusal` or `Unreachable`, nothing else. */
export async function call(wanted: Call): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': wanted.language };
  if (wanted.token !== undefined) headers.authorization = `Bearer ${wanted.token}`;
  const init: RequestInit = { headers, credentials: 'omit', signal: AbortSignal.timeout(patience) };
  if (wanted.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.method = 'POST';
    init.body = JSON.stringify(wanted.body);
  }
  let response: Response;
  try {
    response = await fetch(wanted.origin + wanted.path, init);
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (response.ok) return response;
  throw refusalFrom(
    response.status,
    await response.text().catch(() => ''),
    response.headers.get('retry-after'),
  );
}

/** Uploads one file and tells how much of it has gone, from 0 to 1. */
export function upload(
  wanted: Call & { readonly file: Blob; readonly name: string; readonly onProgress: (share: number) => void },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell the progress of an upload.
    const request = new XMLHttpRequest();
    request.open('POST', wanted.origin + wanted.path);
    request.setRequestHeader('accept-language', wanted.language);
    if (wanted.token !== undefined) request.setRequestHeader('authorization', `Bearer ${wanted.token}`);
    request.upload.onprogress = ({ loaded, total }) => wanted.onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable('upload'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        try {
          resolve(JSON.parse(request.responseText));
        } catch {
          reject(new Unreachable('upload answered without JSON'));
        }
      } else
        reject(refusalFrom(request.status, request.responseText, request.getResponseHeader('retry-after')));
    };
    const form = new FormData();
    form.append('file', wanted.file, wanted.name);
    request.send(form);
  });
}

function refusalFrom(status: number, body: string, retryAfter: string | null): Refusal | Unreachable {
  try {
    const { error } = JSON.parse(body) as { error: { code: ErrorCode; message: string } };
    const seconds = Number(retryAfter);
    return new Refusal(error.code, status, error.message, seconds > 0 ? seconds * 1000 : undefined);
  } catch {
    // Not our server's words: a proxy answered in its place.
    if (status === 413) return new Refusal('too-large', status, 'too large');
    if (status === 429) return new Refusal('too-many-requests', status, 'too many requests');
    return new Unreachable(`answered ${status}`);
  }
}
