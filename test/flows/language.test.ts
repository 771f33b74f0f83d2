import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { bootCustomer, type Customer, call } from '../kit/client.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server?.stop());

const chinese = /\p{Script=Han}/u;

async function lastAnswer({ conversationId, token }: Customer): Promise<string> {
  const { body } = await call<{ events: ConversationEvent[] }>(
    server.url,
    'GET',
    `/api/conversations/${conversationId}/events?after=0`,
    { token },
  );
  const last = body.events.findLast((event) => event.kind === 'message-sent');
  assert.ok(last?.kind === 'message-sent');
  return last.body.text;
}

test('words that both languages write alike are answered in the language of the page', async () => {
  const answers: string[] = [];
  for (const language of ['en-US', 'zh-CN']) {
    const customer = await bootCustomer(server.url, { inboxId: 'demo' });
    const { status } = await call(
      server.url,
      'POST',
      `/api/conversations/${customer.conversationId}/messages`,
      {
        token: customer.token,
        headers: { 'accept-language': language },
        body: { id: crypto.randomUUID(), text: 'ok' },
      },
    );
    assert.equal(status, 200);
    answers.push(await lastAnswer(customer));
  }
  assert.doesNotMatch(answers[0]!, chinese);
  assert.match(answers[1]!, chinese);
});

test('an "ok" in the middle goes on in the language of the conversation', async () => {
  const customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say('How do I wash a down sleeping bag?');
  await customer.say('ok');
  assert.doesNotMatch(await lastAnswer(customer), chinese);
});
