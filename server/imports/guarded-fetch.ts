import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createGunzip } from 'node:zlib';
import { isPublicAddress } from '../../core/imports/network-address.ts';
import type { RowProblemCode } from '../../core/terms/import.ts';

/** An answer, read whole. */
export interface Fetched {
  readonly status: number;
  /** Where it was found in the end. */
  readonly address: string;
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly body: Buffer;
}

/** Why nothing was fetched. */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem';
  readonly code: Extract<
    RowProblemCode,
    | 'address-refused'
    | 'page-unreachable'
    | 'page-timeout'
    | 'page-too-large'
    | 'too-many-redirects'
    | 'off-site'
    | 'not-a-page'
    | 'robots'
  >;
  constructor(code: FetchProblem['code'], detail = '') {
    super(detail);
    this.code = code;
  }
}

export interface FetchNeeds {
  /** Hosts, or `host:port`, that may be called although they are not on the internet; normally none. */
  readonly allowedHosts: readonly string[];
  readonly agentName: string;
  /** How names are resolved; the system's way unless told otherwise. */
  readonly lookup?: typeof resolve;
}

export interface FetchWish {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Why a redirect to this address must not be followed; undefined where it may be. */
  readonly refuses?: (address: string) => 'off-site' | 'robots' | undefined;
  readonly accepts: RegExp;
  readonly mostBytes: number;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

const mostRedirects = 5;

/**
 * Fetches addresses that people typed or pages named, and nothing inside the own network: every hop's name is resolved
 * once, every address it has must be public, and the connection goes to what was looked at, so that a name that
 * answers differently the next time gains nothing. Only http(s) at its usual port, without passwords; no cookie or
 * credential is ever sent, no proxy asked.
 *
 * @throws FetchProblem
 */
export function createGuardedFetch({ allowedHosts, agentName, lookup = resolve }: FetchNeeds) {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));

  /** Whether the administrator named this host; with a port where it is not the usual one. */
  function isNamed(url: URL): boolean {
    return allowed.has(url.port === '' ? url.hostname.toLowerCase() : url.host.toLowerCase());
  }

  function check(address: string): URL {
    if (!URL.canParse(address)) throw new FetchProblem('address-refused', 'not an address');
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new FetchProblem('address-refused', url.protocol);
    if (url.username !== '' || url.password !== '') throw new FetchProblem('address-refused', 'password');
    if (isNamed(url)) return url;
    if (url.port !== '' && url.port !== '80' && url.port !== '443')
      throw new FetchProblem('address-refused', `port ${url.port}`);
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw new FetchProblem('address-refused', literal);
    return url;
  }

  const lookupFor =
    (isTrusted: boolean): LookupFunction =>
    (hostname, options, callback) => {
      lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, '', 0);
        const addresses = (Array.isArray(found) ? found : []) as { address: string; family: number }[];
        const refused = addresses.find(({ address }) => !isTrusted && !isPublicAddress(address));
        if (refused || addresses.length === 0)
          return callback(new FetchProblem('address-refused', refused?.address ?? hostname), '', 0);
        if (options.all) return callback(null, addresses);
        callback(null, addresses[0]!.address, addresses[0]!.family);
      });
    };

  function call(url: URL, wish: FetchWish, signal: AbortSignal): Promise<IncomingMessage> {
    const isTrusted = isNamed(url);
    return new Promise((settle, reject) => {
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
        agent: false,
        lookup: lookupFor(isTrusted),
        signal,
        headers: {
          'user-agent': agentName,
          accept: 'text/html, application/xhtml+xml, application/xml;q=0.8, text/plain;q=0.5',
          'accept-encoding': 'gzip',
          'accept-language': 'zh-CN, zh;q=0.9, en;q=0.7',
          connection: 'close',
          ...(wish.etag ? { 'if-none-match': wish.etag } : {}),
          ...(wish.lastModified ? { 'if-modified-since': wish.lastModified } : {}),
        },
      });
      request.once('response', (response) => {
        // What was connected to is what was looked at; if ever it were not, nothing is read from it.
        const peer = response.socket.remoteAddress ?? '';
        if (!isTrusted && !isPublicAddress(peer)) {
          request.destroy();
          reject(new FetchProblem('address-refused', peer));
        } else settle(response);
      });
      request.once('error', reject);
      request.end();
    });
  }

  async function read(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
    const isPacked = /gzip/i.test(response.headers['content-encoding'] ?? '');
    const stream = isPacked ? response.pipe(createGunzip()) : response;
    response.once('error', (error) => stream.destroy(error));
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes) throw new FetchProblem('page-too-large', `${mostBytes}`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  return async (address: string, wish: FetchWish): Promise<Fetched> => {
    const tooLate = AbortSignal.timeout(wish.withinMs);
    const signal = AbortSignal.any([tooLate, wish.signal]);
    let url = check(address);
    try {
      for (let hop = 0; ; hop += 1) {
        const response = await call(url, wish, signal);
        try {
          const status = response.statusCode ?? 0;
          const target = response.headers.location;
          if ([301, 302, 303, 307, 308].includes(status) && target !== undefined) {
            if (hop >= mostRedirects) throw new FetchProblem('too-many-redirects');
            if (!URL.canParse(target, url.href)) throw new FetchProblem('page-unreachable', 'redirect');
            url = check(new URL(target, url.href).href);
            const refused = wish.refuses?.(url.href);
            if (refused) throw new FetchProblem(refused, url.host);
            continue;
          }
          const type = response.headers['content-type'] ?? '';
          const mediaType = type.split(';', 1)[0]!.trim().toLowerCase();
          const isRead = status >= 200 && status < 300;
          if (isRead && mediaType !== '' && !wish.accepts.test(mediaType))
            throw new FetchProblem('not-a-page', mediaType.slice(0, 60));
          if (Number(response.headers['content-length'] ?? 0) > wish.mostBytes)
            throw new FetchProblem('page-too-large');
          return {
            status,
            address: url.href,
            mediaType,
            charset: /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1],
            etag: response.headers.etag,
            lastModified: response.headers['last-modified'],
            body: isRead ? await read(response, wish.mostBytes) : Buffer.alloc(0),
          };
        } finally {
          response.destroy();
        }
      }
    } catch (error) {
      wish.signal.throwIfAborted();
      if (error instanceof FetchProblem) throw error;
      if (tooLate.aborted) throw new FetchProblem('page-timeout');
      throw new FetchProblem(
        'page-unreachable',
        (error as { code?: string }).code ?? (error as Error).message.slice(0, 100),
      );
    }
  };
}

export type GuardedFetch = ReturnType<typeof createGuardedFetch>;
