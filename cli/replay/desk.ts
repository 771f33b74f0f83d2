import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import type { ServerFrame } from '../../core/protocol/frames.ts';
import { type Api, call, patienceMs, signIn } from './api.ts';

const lookAgainMs = 250;
/** The dialogues are played as fast as they go: what is tested is the log, not how many a person can hold. */
const roomForAll = { skills: {}, languages: [], capacity: 100, maximumConversations: 100 };

/** An agent at a desk: signed in, connected, seeing the list change. */
export interface Agent {
  readonly api: Api;
  /** When (`performance.now`) this desk's screen showed the conversation waiting; waits for it. */
  sawWaiting(conversationId: string): Promise<number>;
  act(
    conversationId: string,
    verb: 'accept' | 'take-over' | 'replies' | 'resolve',
    body: object,
  ): Promise<void>;
  close(): void;
}

/** Opens a desk for somebody who has signed in. */
export async function openDesk(api: Api): Promise<Agent> {
  const shown = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const socket = new WebSocket(`${api.url.replace(/^http/, 'ws')}/api/socket`, { headers: api.headers });
  const beat = setInterval(() => socket.send(JSON.stringify({ type: 'ping' })), 20_000);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`the desk's connection was closed (${code})`)));
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as ServerFrame;
      if (frame.type === 'ready') resolve();
      if (frame.type !== 'summary' || frame.conversation.owner.kind !== 'queue') return;
      const { id } = frame.conversation;
      if (shown.has(id)) return;
      const at = performance.now();
      shown.set(id, at);
      waiting.get(id)?.(at);
    });
  });
  socket.send(JSON.stringify({ type: 'subscribe-desk' }));
  return {
    api,
    sawWaiting(conversationId) {
      const at = shown.get(conversationId);
      if (at !== undefined) return Promise.resolve(at);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error('no desk showed the waiting conversation')),
          patienceMs,
        );
        waiting.set(conversationId, (then) => {
          clearTimeout(timer);
          waiting.delete(conversationId);
          resolve(then);
        });
      });
    },
    async act(conversationId, verb, body) {
      const until = performance.now() + patienceMs;
      for (;;) {
        try {
          return void (await call(api, 'POST', `/api/conversations/${conversationId}/${verb}`, body));
        } catch (error) {
          // An agent of somebody's own has room for a few: the next comes when one has ended.
          const isFull = (error as Error).message.endsWith('agent-full');
          if (!isFull || performance.now() > until) throw error;
          await sleep(lookAgainMs);
        }
      }
    },
    close() {
      clearInterval(beat);
      socket.close();
    },
  };
}

/** Agents that the replay made for itself, and how to take them out again. */
export interface Staff {
  readonly agents: readonly Agent[];
  /** Who reads the log back. */
  readonly reader: Api;
  leave(): Promise<void>;
}

/** Signs in; an administrator makes `count` agents for the replay, anybody else is the only agent. */
export async function bringStaff(
  url: string,
  account: { readonly email: string; readonly password: string },
  count: number,
): Promise<Staff> {
  const { api: reader, role } = await signIn(url, account.email, account.password);
  if (role !== 'administrator') {
    const agent = await openDesk(reader);
    return { agents: [agent], reader, leave: async () => agent.close() };
  }
  const ids: string[] = [];
  const agents: Agent[] = [];
  for (let place = 1; place <= count; place++) {
    const email = `replay-${crypto.randomUUID().slice(0, 8)}@tandem.local`;
    const made = await call<{ colleague: { id: string }; password: string }>(
      reader,
      'POST',
      '/api/colleagues',
      {
        name: `回放坐席 ${place}`,
        email,
        role: 'agent',
      },
    );
    ids.push(made.colleague.id);
    await call(reader, 'PATCH', `/api/colleagues/${made.colleague.id}`, { profile: roomForAll });
    agents.push(await openDesk((await signIn(url, email, made.password)).api));
  }
  return {
    agents,
    reader,
    async leave() {
      for (const agent of agents) agent.close();
      for (const id of ids) await call(reader, 'PATCH', `/api/colleagues/${id}`, { disabled: true });
    },
  };
}
