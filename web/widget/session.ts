import type { BootResult } from '../../core/protocol/views.ts';
import type { Language } from '../../core/terms/language.ts';
import { type Call, call, Refusal, Unreachable } from './api.ts';
import type { Identity } from './settings.ts';

export interface SessionOptions {
  readonly origin: string;
  readonly inboxId: string;
  readonly identity: Identity | null | undefined;
  readonly language: () => Language;
}

/** Milliseconds before its end at which a token is renewed. */
const margin = 60_000;

/**
 * Who this browser is to the server. The token is renewed by itself, silently; several callers that need one at the
 * same time share one boot.
 */
export class Session {
  readonly #options: SessionOptions;
  #boot: BootResult | null = null;
  #booting: Promise<BootResult> | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** The signed identity now, or null for an anonymous visitor. */
  async identity(): Promise<string | null> {
    const { identity } = this.#options;
    if (typeof identity !== 'function') return identity ?? null;
    try {
      return await identity();
    } catch (error) {
      throw new Unreachable(`the page's identity function failed: ${error}`);
    }
  }

  /** Boots, or renews the token of the same contact. Throws `Refusal` or `Unreachable`. */
  boot(): Promise<BootResult> {
    this.#booting ??= this.#bootOnce().finally(() => {
      this.#booting = null;
    });
    return this.#booting;
  }

  async token(renew = false): Promise<string> {
    const boot = this.#boot;
    if (!renew && boot && Date.now() < boot.expiresAt - margin) return boot.token;
    return (await this.boot()).token;
  }

  /** A call with the token; a session that has expired is booted again, once. */
  async call(wanted: Pick<Call, 'path' | 'body'>): Promise<Response> {
    return this.withToken((token) =>
      call({ ...wanted, origin: this.#options.origin, language: this.#options.language(), token }),
    );
  }

  async withToken<T>(work: (token: string) => Promise<T>): Promise<T> {
    try {
      return await work(await this.token());
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
      return work(await this.token(true));
    }
  }

  async #bootOnce(): Promise<BootResult> {
    const identity = await this.identity();
    const key = visitorKey(this.#options.inboxId);
    const visitor = read(key);
    const language = this.#options.language();
    const body = {
      inboxId: this.#options.inboxId,
      language,
      ...(visitor === null ? {} : { visitor }),
      ...(identity === null ? {} : { identity }),
    };
    const response = await call({ origin: this.#options.origin, path: '/api/widget/boot', language, body });
    const boot = (await response.json()) as BootResult;
    // Before an identity the visitor is sent, so that what was said before signing in stays with the same person.
    // Of a customer whom the page vouches for no secret stays behind: the next boot brings a fresh identity.
    if (identity === null) write(key, boot.visitor);
    this.#boot = boot;
    return boot;
  }
}

const visitorKey = (inboxId: string) => `tandem:${inboxId}:visitor`;

/** Whether this browser has talked to the inbox before. */
export function isKnownVisitor(inboxId: string): boolean {
  return read(visitorKey(inboxId)) !== null;
}

export function forgetVisitor(inboxId: string): void {
  write(visitorKey(inboxId), null);
}

/** Storage may be forbidden to the page; the widget then works until the next reload. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

export function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Forbidden or full: nothing of the conversation depends on it.
  }
}
