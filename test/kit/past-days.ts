import { createRandom } from '../../core/chance/random.ts';
import type { NewEvent } from '../../core/terms/event.ts';
import type { DemoQuestion } from '../../demo/load-questions.ts';
import type { Server } from '../../server/main.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How a shop's questions spread over the hours of its day, China's clocks. */
const rhythm = [2, 1, 1, 0, 0, 1, 2, 4, 8, 12, 14, 12, 10, 9, 10, 12, 12, 10, 9, 11, 14, 12, 8, 4];
const zoneMs = 8 * hourMs;

/**
 * Puts past days into the log as they would have been: each conversation asks one question, most are answered, every
 * fifth is not and is solved by an agent. `until` is the end of the last day, epoch milliseconds.
 */
export async function appendPastDays(
  server: Server,
  options: { questions: readonly DemoQuestion[]; days: number; perDay: number; until: number; seed?: number },
): Promise<number> {
  const { questions, days, perDay, until, seed = 1 } = options;
  const random = createRandom(seed, 3);
  const sum = rhythm.reduce((all, one) => all + one, 0);
  const asked: { at: number; question: DemoQuestion }[] = [];
  for (let hour = Math.floor((until - days * dayMs) / hourMs); hour < Math.floor(until / hourMs); hour++) {
    const local = Math.floor(((hour * hourMs + zoneMs) % dayMs) / hourMs);
    const mean = (perDay * rhythm[local]!) / sum;
    const limit = Math.exp(-mean);
    for (let product = random.next(); product > limit; product *= random.next()) {
      // Some matters are asked about often, most seldom.
      const place = Math.floor(random.next() ** 2 * questions.length);
      asked.push({ at: Math.floor((hour + random.next()) * hourMs), question: questions[place]! });
    }
  }
  asked.sort((one, other) => one.at - other.at);
  for (let from = 0; from < asked.length; from += 50)
    await Promise.all(asked.slice(from, from + 50).map(({ at, question }) => append(server, at, question)));
  return asked.length;
}

async function append(server: Server, at: number, question: DemoQuestion): Promise<void> {
  const conversationId = crypto.randomUUID();
  const id = crypto.randomUUID();
  const contactId = crypto.randomUUID();
  const contact = { kind: 'contact', id: contactId } as const;
  const assistant = { kind: 'assistant' } as const;
  const { text, language, relevant } = question;
  const events: NewEvent[] = [
    {
      id: `${id}/opened`,
      kind: 'conversation-opened',
      actor: contact,
      at,
      body: { inboxId: 'demo', contactId, language },
    },
    { id, kind: 'message-received', actor: contact, at, body: { text } },
    {
      id: `${id}/perceived`,
      kind: 'perceived',
      actor: assistant,
      at,
      body: {
        of: 2,
        language,
        wantsHuman: false,
        emotion: 'neutral',
        intensity: 0,
        act: 'question',
        evidence: [],
      },
    },
    {
      id: `${id}/decided`,
      kind: 'decided',
      actor: assistant,
      at,
      body: {
        of: 2,
        decision: relevant[0] ? 'answer' : 'offer-human',
        confidence: relevant[0] ? 0.9 : 0.1,
        reasons: relevant[0] ? [] : [{ code: 'nothing-known' }],
        considered: relevant[0] ? [{ articleId: relevant[0], title: relevant[0], confidence: 0.9 }] : [],
        noProgress: !relevant[0],
        question: text,
        repeated: false,
        answerer: 'built-in',
        policyVersion: 1,
      },
    },
  ];
  if (!relevant[0]) {
    const agent = { kind: 'agent', id: server.plugs.processId, name: '王敏' } as const;
    events.push(
      {
        id: `${id}/handoff`,
        kind: 'handoff-requested',
        actor: contact,
        at: at + 20_000,
        body: { by: 'contact', reasons: [{ code: 'customer-asked' }] },
      },
      {
        id: `${id}/queued`,
        kind: 'queued',
        actor: assistant,
        at: at + 20_000,
        body: { queueId: 'general', priority: 0, reasons: [] },
      },
      {
        id: `${id}/assigned`,
        kind: 'assigned',
        actor: agent,
        at: at + 60_000,
        body: { agentId: agent.id, agentName: agent.name },
      },
      {
        id: `${id}/resolved`,
        kind: 'resolved',
        actor: agent,
        at: at + 60_000 + 60_000 * (3 + (events.length % 5)),
        body: { disposition: 'solved', note: '' },
      },
    );
  }
  await server.plugs.log.append({
    conversationId,
    commandId: id,
    actorKey: `contact:${contactId}`,
    decide: () => ({ events }),
  });
}
