import WebSocket from 'ws';

/** A customer of the load: one socket, one conversation after another, every wait measured at the socket. */
export interface Customer {
  /** Sends and resolves with the milliseconds until the assistant's answer is delivered. */
  ask(text: string): Promise<number>;
  /** One tap; resolves when it is acknowledged. */
  askHuman(): Promise<{ conversationId: string; at: number }>;
  close(): void;
}

export async function boot(url: string): Promise<{ token: string; conversationId: string }> {
  const response = await fetch(`${url}/api/widget/boot`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inboxId: 'web' }),
  });
  if (!response.ok) throw new Error(`boot: ${response.status} ${await response.text()}`);
  return (await response.json()) as { token: string; conversationId: string };
}

export async function openSocket(url: string, options: WebSocket.ClientOptions = {}): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/socket`, {
    perMessageDeflate: false,
    ...options,
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return socket;
}

/** Messages in one conversation before the next begins: fewer than the assistant's patience. */
const messagesEach = 6;

export async function connectCustomer(url: string): Promise<Customer> {
  const { token, conversationId: first } = await boot(url);
  const socket = await openSocket(url);
  let conversationId = first;
  let sent = 0;
  const answered = new Map<string, (at: number) => void>();
  const accepted = new Map<string, () => void>();
  let failed: Error | undefined;
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    if (frame.type === 'events') {
      for (const event of frame.events) {
        if (event.kind === 'message-sent') answered.get(frame.conversationId)?.(performance.now());
      }
    } else if (frame.type === 'accepted') accepted.get(frame.id)?.();
    else if (frame.type === 'refused') failed = new Error(`refused: ${frame.code}`);
  });
  const send = (frame: object) => socket.send(JSON.stringify(frame));
  send({ type: 'authenticate', token });
  send({ type: 'subscribe', conversationId, after: 0 });
  return {
    async ask(text) {
      if (failed) throw failed;
      if (sent > 0 && sent % messagesEach === 0) {
        send({ type: 'unsubscribe', conversationId });
        answered.delete(conversationId);
        conversationId = crypto.randomUUID();
        send({ type: 'subscribe', conversationId, after: 0 });
      }
      sent += 1;
      const startedAt = performance.now();
      const at = await new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(failed ?? new Error('no answer within 20 s')), 20_000);
        answered.set(conversationId, (when) => {
          clearTimeout(timer);
          resolve(when);
        });
        send({ type: 'send', conversationId, id: crypto.randomUUID(), text });
      });
      return at - startedAt;
    },
    async askHuman() {
      const id = crypto.randomUUID();
      const at = performance.now();
      const done = new Promise<void>((resolve) => accepted.set(id, resolve));
      send({ type: 'ask-human', conversationId, id });
      await done;
      return { conversationId, at };
    },
    close: () => socket.terminate(),
  };
}
