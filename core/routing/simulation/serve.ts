import { createRandom } from '../../chance/random.ts';
import type { Assignment } from '../contract.ts';
import { firstWordOf } from '../first-word.ts';
import { levelOf } from '../needs.ts';
import { change, type Day, queueOf } from './day.ts';
import type { Desk } from './desks.ts';
import { draw, streams } from './distribution.ts';
import type { Played } from './played.ts';

/** Puts a conversation into its queue, at the place that it has earned by waiting since it came. */
export function enqueue(day: Day, conversation: Played, now: number, declinedBy?: string): void {
  const { id, at, kind, knownAgentId } = conversation.arrival;
  conversation.phase = 'waiting';
  conversation.desk = null;
  conversation.assignment = null;
  conversation.turn++;
  day.waiting.add(conversation);
  day.router.putConversation({
    id,
    queueId: kind.queueId,
    priority: kind.priority,
    waitingSince: at,
    skills: kind.skills,
    language: kind.language,
    weight: kind.weight,
    ...(knownAgentId === null ? {} : { history: { [knownAgentId]: 1 } }),
    ...(declinedBy === undefined ? {} : { declined: [{ agentId: declinedBy, at: now }] }),
    ...(conversation.notBefore === undefined ? {} : { notBefore: conversation.notBefore }),
  });
}

/**
 * The router chose: the agent is asked (`preview`) or has it (`auto`). Without an assignment the agent took it with
 * their own hand.
 */
export function begin(
  day: Day,
  conversation: Played,
  desk: Desk,
  assignment: Assignment | null,
  now: number,
): void {
  const { arrival } = conversation;
  day.waiting.delete(conversation);
  conversation.overlookedSince = null;
  conversation.phase = assignment?.mode === 'preview' ? 'offered' : 'given';
  conversation.assignment = assignment;
  conversation.desk = desk;
  conversation.givenAt = now;
  change(day, desk, now, () => {
    desk.conversations.add(conversation);
    desk.load += arrival.kind.weight;
    desk.idleSince = now;
  });
  const random = createRandom(
    day.scenario.seed,
    streams.attempt,
    arrival.index * 64 + conversation.attempts++,
  );
  const { agent } = desk;
  const isMissed = random.next() < agent.missed;
  const reactionMs = draw(random, agent.reaction);
  const absenceMs = draw(random, agent.absence);
  if (isMissed && desk.absentUntil <= now) {
    desk.absentSince = now;
    desk.absentUntil = now + absenceMs;
  }
  const answersAt = Math.max(now, desk.absentUntil) + reactionMs;
  const turn = ++conversation.turn;
  const isStill = () => conversation.turn === turn;
  if (conversation.phase === 'offered') {
    const endsAt = now + queueOf(day, conversation).offerMs;
    if (answersAt <= endsAt)
      day.events.plan(answersAt, (at) => {
        // Whoever pulled the plug meanwhile does not press the button: the offer runs out.
        if (isStill() && desk.goneSince === null) connect(day, conversation, at);
        else if (isStill()) day.events.plan(endsAt, (end) => isStill() && expire(day, conversation, end));
      });
    else day.events.plan(endsAt, (at) => isStill() && expire(day, conversation, at));
    return;
  }
  if (answersAt === now && desk.goneSince === null) {
    connect(day, conversation, now);
    return;
  }
  day.events.plan(answersAt, (at) => isStill() && desk.goneSince === null && connect(day, conversation, at));
  const queue = queueOf(day, conversation);
  if (day.product.requeuesSilent && queue.whenSilent === 'requeue')
    day.events.plan(now + Math.min(firstWordOf(queue), queue.replyMs ?? day.scenario.replyMs), (at) => {
      if (conversation.phase === 'given' && isStill()) takeBack(day, conversation, at, true);
    });
}

/** The first words, or the first after a break. */
export function connect(day: Day, conversation: Played, now: number): void {
  const desk = conversation.desk!;
  desk.missedInRow = 0;
  conversation.connectedAt ??= now;
  // Nothing to give back any more; kept, the explanations of a long day would fill the memory.
  conversation.assignment = null;
  conversation.phase = 'serving';
  conversation.servingSince = now;
  conversation.pace = paceOf(day, desk, conversation);
  const turn = ++conversation.turn;
  day.events.plan(now + conversation.remainingMs * conversation.pace, (at) => {
    if (conversation.turn === turn) resolve(day, conversation, at);
  });
}

/** How much longer than the average this agent takes for this conversation, now. */
function paceOf(day: Day, desk: Desk, conversation: Played): number {
  const { levels, withoutSkill, eachAlongside } = day.scenario.handling;
  const { skills } = desk.agent.profile;
  const asked = [...queueOf(day, conversation).requires, ...conversation.arrival.kind.skills];
  const lowest = asked.reduce((least, { skill }) => Math.min(least, levelOf(skills, skill)), 6);
  const bySkill = lowest === 6 ? 1 : lowest === 0 ? withoutSkill : levels[lowest - 1]!;
  return desk.agent.pace * bySkill * (1 + eachAlongside * (desk.conversations.size - 1));
}

function resolve(day: Day, conversation: Played, now: number): void {
  const desk = conversation.desk!;
  conversation.phase = 'resolved';
  conversation.endedAt = now;
  conversation.turn++;
  const writingMs = writingTime(day, conversation, desk);
  change(day, desk, now, () => {
    leaveDesk(conversation, now);
    desk.handled++;
    if (writingMs > 0) desk.wrapUpUntil = now + writingMs;
  });
  if (writingMs > 0) day.events.plan(now + writingMs, (at) => change(day, desk, at, () => undefined));
}

function writingTime(day: Day, { arrival }: Played, desk: Desk): number {
  const longest = day.queues.get(arrival.kind.queueId)!.wrapUpMs;
  if (longest === 0) return 0;
  const random = createRandom(day.scenario.seed, streams.attempt, arrival.index * 64 + 63);
  return Math.min(draw(random, desk.agent.wrapUp), longest);
}

/** Takes the conversation off the desk that has it. To be called inside `change`. */
export function leaveDesk(conversation: Played, now: number): void {
  const desk = conversation.desk!;
  desk.conversations.delete(conversation);
  desk.load -= conversation.arrival.kind.weight;
  if (desk.conversations.size === 0) {
    desk.load = 0;
    desk.idleSince = now;
  }
}

/** The offer ran out: the next one is asked, and who misses too many in a row is set away until they are back. */
function expire(day: Day, conversation: Played, now: number): void {
  const desk = conversation.desk!;
  const { missedOffersToAway, declinedForMs } = day.scenario.policy.routing;
  declined(conversation, desk, now + declinedForMs);
  day.router.giveBack(conversation.assignment!, now, true);
  conversation.phase = 'waiting';
  conversation.turn++;
  change(day, desk, now, () => {
    leaveDesk(conversation, now);
    desk.missed++;
    desk.missedInRow++;
    if (desk.missedInRow >= missedOffersToAway && !desk.isSetAway) {
      desk.isSetAway = true;
      day.events.plan(Math.max(desk.absentUntil, now + 1000), (at) => {
        change(day, desk, at, () => {
          desk.isSetAway = false;
          desk.missedInRow = 0;
        });
      });
    }
  });
  conversation.desk = null;
  conversation.assignment = null;
  day.waiting.add(conversation);
}

function declined(conversation: Played, desk: Desk, until: number): void {
  conversation.declinedBy ??= new Map();
  conversation.declinedBy.set(desk.agent.id, until);
}

/** Back to the front of the queue, through no fault of the customer. */
export function takeBack(day: Day, conversation: Played, now: number, isSilent: boolean): void {
  const desk = conversation.desk!;
  const wasOffered = conversation.phase === 'offered';
  if (isSilent) declined(conversation, desk, now + day.scenario.policy.routing.declinedForMs);
  if (wasOffered) day.router.giveBack(conversation.assignment!, now, false);
  else conversation.requeued++;
  change(day, desk, now, () => leaveDesk(conversation, now));
  enqueue(day, conversation, now, isSilent ? desk.agent.id : undefined);
}

/** The customer has had enough. */
export function leave(day: Day, conversation: Played, now: number): void {
  const { desk, phase } = conversation;
  if (phase === 'offered') day.router.giveBack(conversation.assignment!, now, false);
  if (phase === 'offered' || phase === 'waiting') day.router.removeConversation(conversation.arrival.id);
  if (desk !== null) change(day, desk, now, () => leaveDesk(conversation, now));
  day.waiting.delete(conversation);
  conversation.turn++;
  conversation.desk = null;
  conversation.endedAt = now;
  conversation.phase = conversation.connectedAt === null ? 'abandoned' : 'lost';
}
