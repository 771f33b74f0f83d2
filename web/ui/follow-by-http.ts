import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { backOff } from './back-off.ts';

export interface Following {
  readonly origin: string;
  readonly conversationId: string;
  /** The cursor now. */
  readonly after: () => number;
  readonly token: ((renew: boolean) => Promise<string | null>) | undefined;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onState: (working: boolean) => void;
  readonly signal: AbortSignal;
}

/** Milliseconds. A stream that shows not even its first bytes is held back by a proxy. */
const streamPatience = 8_000;
const longPollSeconds = 25;

/**
 * Follows one conversation without a WebSocket, until `signal` is aborted: by SSE, and where that shows nothing, by
 * long-poll over the same cursor. Never rejects.
 */
export async function followByHttp(following: Following): Promise<void> {
  let failures = 0;
  let streaming = true;
  let renew = false;
  while (!following.signal.aborted) {
    try {
      const token = (await following.token?.(renew)) ?? undefined;
      renew = false;
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const working = () => {
        failures = 0;
        following.onState(true);
      };
      if (streaming) streaming = await stream(following, headers, working);
      else await poll(following, headers, working);
    } catch (error) {
      if (following.signal.aborted) return;
      renew = error instanceof Refused && error.status === 401;
      failures += 1;
      following.onState(false);
      await pause(backOff(failures, Math.random()), following.signal);
    }
  }
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/** Reads the stream until it ends. False when it stayed silent, so that long-poll is the better way. */
async function stream(
  { origin, conversationId, after, onFrame, signal }: Following,
  headers: Record<string, string>,
  working: () => void,
): Promise<boolean> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), streamPatience);
  try {
    const response = await fetch(`${origin}/api/conversations/${conversationId}/stream?after=${after()}`, {
      headers: { ...headers, accept: 'text/event-stream' },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    // The first message opens the conversation; until then there is nothing to follow.
    if (response.status === 404) return false;
    if (!response.ok || !response.body) throw new Refused(response.status);
    let rest = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      clearTimeout(timer);
      working();
      const lines = (rest + value).split('\n');
      rest = lines.pop()!;
      for (const line of lines)
        if (line.startsWith('data:')) onFrame(JSON.parse(line.slice(5)) as ServerFrame);
    }
  } catch (error) {
    if (silence.signal.aborted && !signal.aborted) return false;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function poll(
  { origin, conversationId, after, onFrame, signal }: Following,
  headers: Record<string, string>,
  working: () => void,
): Promise<void> {
  const address = `${origin}/api/conversations/${conversationId}/events?after=${after()}&wait=${longPollSeconds}`;
  const response = await fetch(address, { headers, signal });
  if (response.status === 404) return pause(3_000, signal);
  if (!response.ok) throw new Refused(response.status);
  const { events, upTo } = (await response.json()) as { events: ConversationEvent[]; upTo: number };
  working();
  onFrame({ type: 'events', conversationId, events, upTo });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
