import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Colleague, ConversationSummary } from '../../core/protocol/views.ts';
import type { Role } from '../../core/terms/actor.ts';
import type { AgentProfile } from '../../core/terms/agent-status.ts';
import { openBrowser } from './browser.ts';
import { startTestServer, type TestServer } from './server.ts';

/** Milliseconds; generous, because the machine may be busy with other tests. */
export const patience = 20_000;

/** Calls the API as one signed-in person would from a program of theirs; a refusal fails the test. */
export class Caller {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async call<Result>(method: string, path: string, body?: unknown, token?: string): Promise<Result> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : { cookie: this.#cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.#cookie = cookie.split(';')[0]!;
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Result;
  }
}

/** A customer with a conversation of their own, over the public API. */
export class Customer {
  readonly #caller: Caller;
  readonly #inboxId: string;
  #token = '';
  conversationId = '';

  constructor(url: string, inboxId: string) {
    this.#caller = new Caller(url);
    this.#inboxId = inboxId;
  }

  async say(text: string): Promise<void> {
    if (this.#token === '') {
      const boot = await this.#caller.call<{ token: string; conversationId: string }>(
        'POST',
        '/api/widget/boot',
        { inboxId: this.#inboxId, language: 'zh' },
      );
      this.#token = boot.token;
      this.conversationId = boot.conversationId;
    }
    await this.#post('messages', { text });
  }

  async askHuman(): Promise<void> {
    await this.#post('human', {});
  }

  /** Everything that this customer can see, as text. */
  async sees(): Promise<string> {
    const path = `/api/conversations/${this.conversationId}/events?after=0`;
    return JSON.stringify(await this.#caller.call('GET', path, undefined, this.#token));
  }

  async #post(verb: string, body: object): Promise<void> {
    const path = `/api/conversations/${this.conversationId}/${verb}`;
    await this.#caller.call('POST', path, { id: crypto.randomUUID(), ...body }, this.#token);
  }
}

/** Somebody who can sign in at the desk. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface OpenDesk {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What was thrown inside the page. */
  readonly errors: readonly string[];
}

export interface DeskScene {
  readonly server: TestServer;
  readonly administrator: Caller;
  /** Room for as much as a test file piles up, unless the profile says otherwise. */
  hire(name: string, role?: Role, profile?: Partial<AgentProfile>): Promise<Person>;
  customer(): Customer;
  /** Opens the desk, or another page of the staff, in a browser profile of its own. */
  signIn(person: Person, path?: string, options?: BrowserContextOptions): Promise<OpenDesk>;
  /** Ends every open conversation, so that the next test rings only for what it does itself. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const roomy = { skills: {}, languages: [], capacity: 50, maximumConversations: 50 };

/** A real server with the demo, a real browser, and nobody hired yet. */
export async function openDeskScene(environment: Readonly<Record<string, string>> = {}): Promise<DeskScene> {
  const server = await startTestServer(environment);
  const browser: Browser = await openBrowser();
  const administrator = new Caller(server.url);
  assert.ok(server.administrator);
  await administrator.call('POST', '/api/session', server.administrator);
  const { inboxes } = await administrator.call<{ inboxes: { id: string }[] }>('GET', '/api/inboxes');
  return {
    server,
    administrator,
    async hire(name, role = 'agent', profile = {}) {
      const email = `${crypto.randomUUID()}@example.com`;
      const { colleague, password } = await administrator.call<{ colleague: Colleague; password: string }>(
        'POST',
        '/api/colleagues',
        { name, email, role },
      );
      await administrator.call('PATCH', `/api/colleagues/${colleague.id}`, {
        profile: { ...roomy, ...profile },
      });
      return { id: colleague.id, name, email, password };
    },
    customer: () => new Customer(server.url, inboxes[0]!.id),
    async signIn(person, path = '/desk/', options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(server.url + path);
      await page.fill('input[type=email]', person.email);
      await page.fill('input[type=password]', person.password);
      await page.click('button[type=submit]');
      await page.waitForSelector('.column-list, .board-main, .navigation, .ant-result');
      return { context, page, errors };
    },
    async settle() {
      const { conversations } = await administrator.call<{ conversations: ConversationSummary[] }>(
        'GET',
        '/api/conversations?view=open&limit=200',
      );
      for (const { id } of conversations) {
        await administrator.call('POST', `/api/conversations/${id}/resolve`, {
          id: crypto.randomUUID(),
          disposition: 'no-reply',
        });
      }
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
