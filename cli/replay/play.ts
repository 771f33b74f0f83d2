import { type Customer, createCustomer, type Delivered } from './customer.ts';
import type { Agent } from './desk.ts';
import type { Dialogue } from './read-dialogues.ts';

/** What somebody said, as it was sent. */
export interface Sent {
  readonly id: string;
  readonly by: 'contact' | 'agent';
  readonly text: string;
}

/** What was seen of one dialogue from outside. Times are milliseconds. */
export interface Played {
  readonly conversationId: string;
  readonly sent: readonly Sent[];
  readonly delivered: readonly Delivered[];
  readonly acknowledgedMs: readonly number[];
  readonly answerMs: readonly number[];
  readonly handoffToDeskMs: readonly number[];
  readonly repeats: number;
  readonly reconnections: number;
}

/** Every so many customers sends a message twice, as a client does that heard no acknowledgement. */
const retriesEvery = 8;
/** Every so many customers is without a connection while the agent replies. */
const losesConnectionEvery = 5;

/**
 * Plays one dialogue from the first word to the rating. The assistant answers until the first turn of the business;
 * then the agent takes the conversation over, or accepts it when it waits: because the assistant handed it over, or
 * because the customer took up the offer of a person.
 */
export async function play(
  dialogue: Dialogue,
  index: number,
  needs: { readonly url: string; readonly inboxId: string; readonly agent: Agent },
): Promise<Played> {
  const customer = await createCustomer(needs.url, needs);
  const { agent } = needs;
  const { conversationId } = customer;
  const sent: Sent[] = [];
  const acknowledgedMs: number[] = [];
  const answerMs: number[] = [];
  const handoffToDeskMs: number[] = [];
  let repeats = 0;
  let reconnections = 0;
  let handoffAt = 0;

  async function say(text: string): Promise<void> {
    const id = crypto.randomUUID();
    sent.push({ id, by: 'contact', text });
    const times = index % retriesEvery === 0 && sent.length === 1 ? 2 : 1;
    repeats += times - 1;
    const begun = performance.now();
    await customer.say(id, text, times);
    acknowledgedMs.push(performance.now() - begun);
    const own = await customer.until('a customer’s own message', (event) => event.id === id);
    if (customer.owner() === 'agent') return;
    const after = own.event.seq;
    if (
      customer.owner() === 'queue' &&
      !customer.delivered.some(({ event }) => event.seq > after && event.kind === 'queued')
    )
      return;
    const answer = await customer.until(
      'the assistant’s answer',
      (event) => event.seq > after && event.kind === 'message-sent' && event.actor.kind === 'assistant',
    );
    answerMs.push(answer.at - begun);
    if (customer.owner() === 'queue') handoffAt = begun;
  }

  async function takeCharge(): Promise<void> {
    if (customer.owner() === 'agent') return;
    if (customer.owner() === 'assistant' && offersHuman(customer)) {
      handoffAt = performance.now();
      await customer.askHuman(crypto.randomUUID());
      await customer.until('the place in the queue', (event) => event.kind === 'queued');
    }
    const verb = customer.owner() === 'queue' ? 'accept' : 'take-over';
    if (verb === 'accept') handoffToDeskMs.push((await agent.sawWaiting(conversationId)) - handoffAt);
    const id = crypto.randomUUID();
    await agent.act(conversationId, verb, { id });
    await customer.until('word of the agent', (event) => event.id === id);
  }

  async function reply(texts: readonly string[]): Promise<void> {
    const isCutOff = index % losesConnectionEvery === 0 && reconnections === 0;
    if (isCutOff) customer.drop();
    for (const text of texts) {
      const id = crypto.randomUUID();
      sent.push({ id, by: 'agent', text });
      await agent.act(conversationId, 'replies', { id, text });
    }
    if (isCutOff) {
      reconnections += 1;
      await customer.reconnect();
    }
    const last = sent.at(-1)!.id;
    await customer.until('the agent’s reply', (event) => event.id === last);
  }

  try {
    for (const turn of dialogue.turns) {
      if (turn.texts.length === 0) continue;
      if (turn.by === 'customer') for (const text of turn.texts) await say(text);
      else {
        await takeCharge();
        await reply(turn.texts);
      }
    }
    await takeCharge();
    await agent.act(conversationId, 'resolve', {
      id: crypto.randomUUID(),
      disposition: dialogue.disposition,
    });
    await customer.until('the end', (event) => event.kind === 'resolved');
    const rating = crypto.randomUUID();
    await customer.rate(rating, dialogue.rating);
    await customer.until('the rating', (event) => event.id === rating);
  } finally {
    customer.drop();
  }
  const { delivered } = customer;
  return {
    conversationId,
    sent,
    delivered,
    acknowledgedMs,
    answerMs,
    handoffToDeskMs,
    repeats,
    reconnections,
  };
}

/** Whether the last words of the assistant offered a person. */
function offersHuman(customer: Customer): boolean {
  const last = customer.delivered.findLast(({ event }) => event.kind === 'message-sent')?.event;
  return last?.kind === 'message-sent' && last.body.offersHuman === true;
}
