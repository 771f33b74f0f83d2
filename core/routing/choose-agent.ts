import type { RoutingFactors, RoutingScore, RoutingSettings } from '../terms/routing.ts';
import type { WaitingConversation } from './contract.ts';
import type { Opening } from './openings.ts';
import type { Member } from './pool.ts';
import type { Roster } from './roster.ts';
import { fitStrength, historyOf, idleOf, loadOf, spareOf, storedScore, weigh } from './score.ts';
import type { Seat } from './seat.ts';

/** The chosen agent and the next best, as they are stored. */
export interface Choice {
  readonly seat: Seat;
  readonly chosen: RoutingScore;
  readonly others: readonly RoutingScore[];
}

interface Candidate {
  readonly member: Member;
  readonly score: number;
}

const othersShown = 4;

/** What scores are computed from, beside the agent and the conversation. */
export interface Circumstances {
  readonly settings: RoutingSettings;
  readonly roster: Roster;
  readonly now: number;
}

/**
 * The best of those who are free: the preferred agent if they are, else by score, twins by id.
 */
export function chooseAgent(
  conversation: WaitingConversation,
  { lane, free }: Opening,
  circumstances: Circumstances,
): Choice {
  const { settings, now } = circumstances;
  const strength = fitStrength(now - conversation.waitingSince, settings.patienceOfFitMs);
  const best: Candidate[] = [];
  let preferred: Candidate | undefined;
  for (const member of free) {
    if (lane.declinedBy.has(member.seat.id)) continue;
    const factors = factorsOf(member, conversation, circumstances);
    const candidate = { member, score: weigh(factors, settings.weights, strength) };
    if (member.seat.id === conversation.preferredAgentId) preferred = candidate;
    keepBest(best, candidate);
  }
  const chosen = preferred ?? best[0]!;
  const shown = ({ member, score }: Candidate) =>
    storedScore(member.seat.id, score, factorsOf(member, conversation, circumstances));
  return {
    seat: chosen.member.seat,
    chosen: shown(chosen),
    others: best
      .filter(({ member }) => member !== chosen.member)
      .slice(0, othersShown)
      .map(shown),
  };
}

/** Every factor of an agent who is able. */
export function factorsOf(
  member: Member,
  conversation: WaitingConversation,
  { roster, now }: Circumstances,
): RoutingFactors {
  const { seat } = member;
  return {
    fit: member.fit,
    load: loadOf(seat),
    history: historyOf(conversation.history?.[seat.id]),
    idle: idleOf(seat, now, roster.meanHandled),
    spare: spareOf(roster.worthOf(seat), usedBy(member, roster)),
  };
}

function usedBy(member: Member, roster: Roster): number {
  if (member.usedVersion !== roster.version) {
    const { stage, asked, demand } = member.pool;
    member.used = roster.usedBy(member.seat, stage.queue.id, asked, demand.language);
    member.usedVersion = roster.version;
  }
  return member.used;
}

/** The list stays sorted, the best first, with one more than is shown: the chosen is among them. */
function keepBest(best: Candidate[], candidate: Candidate): void {
  let at = best.length;
  while (at > 0 && isBetter(candidate, best[at - 1]!)) at--;
  if (at > othersShown) return;
  best.splice(at, 0, candidate);
  if (best.length > othersShown + 1) best.pop();
}

const isBetter = (left: Candidate, right: Candidate): boolean =>
  left.score === right.score ? left.member.seat.id < right.member.seat.id : left.score > right.score;
