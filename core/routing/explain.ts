import type { RoutingExclusion, RoutingExplanation } from '../terms/routing.ts';
import { type Choice, type Circumstances, factorsOf } from './choose-agent.ts';
import type { RoutingVerdict, WaitingConversation } from './contract.ts';
import { standingExclusion } from './eligibility.ts';
import { Heads } from './heads.ts';
import type { Opening } from './openings.ts';
import { Pool } from './pool.ts';
import { demandOf } from './pools.ts';
import type { QueueRules } from './queue-rules.ts';
import { fitStrength, storedScore, weigh } from './score.ts';
import { exclusionNow, type Seat } from './seat.ts';
import { isSpokenAtWork } from './speakers.ts';
import { stageAfter } from './stages.ts';
import { declinedUntil, overflowSince } from './waiting.ts';

/** Every agent's verdict: the able by score, then the others by id. */
export function explainConversation(
  conversation: WaitingConversation,
  rules: QueueRules,
  seats: readonly Seat[],
  circumstances: Circumstances,
): readonly RoutingVerdict[] {
  const { settings, now } = circumstances;
  const stage = stageAfter(rules.stages, now - overflowSince(conversation));
  const anyLanguage = !isSpokenAtWork(rules, conversation, seats);
  const pool = new Pool(stage, demandOf(stage, conversation, anyLanguage), new Heads());
  const strength = fitStrength(now - conversation.waitingSince, settings.patienceOfFitMs);
  const declined = declinedUntil(conversation, settings.declinedForMs);
  const verdicts: RoutingVerdict[] = [];
  for (const seat of seats) {
    const exclusion =
      standingExclusion(pool.demand, seat.id, seat.profile) ??
      exclusionNow(seat, conversation.weight) ??
      ((declined.get(seat.id) ?? now) > now ? 'declined' : null);
    if (exclusion !== null) {
      verdicts.push({ agentId: seat.id, exclusion });
      continue;
    }
    const factors = factorsOf(pool.memberFor(seat), conversation, circumstances);
    verdicts.push({
      agentId: seat.id,
      score: storedScore(seat.id, weigh(factors, settings.weights, strength), factors),
    });
  }
  return verdicts.sort(
    (left, right) => scoreOf(right) - scoreOf(left) || (left.agentId < right.agentId ? -1 : 1),
  );
}

const scoreOf = (verdict: RoutingVerdict): number => ('score' in verdict ? verdict.score.score : -1);

const reasonsInside = ['offline', 'busy', 'away', 'wrap-up', 'full', 'kept', 'skill', 'language'] as const;

/** What is stored with an assignment. To be made before anything is reserved. */
export function explanationOf(
  conversation: WaitingConversation,
  { lane, free, countedAs }: Opening,
  { chosen, others }: Choice,
  agents: number,
  policyVersion: number,
  now: number,
): RoutingExplanation {
  const { pool, declinedBy } = lane;
  const excluded: Partial<Record<RoutingExclusion, number>> = {};
  let outside = agents - (countedAs === null ? free.length : pool.free.length + 1);
  for (const reason of reasonsInside) {
    const count = pool.excluded[reason] - (reason === countedAs ? 1 : 0);
    if (count === 0) continue;
    outside -= count;
    excluded[reason] = count;
  }
  if (outside > 0) excluded['not-in-queue'] = outside;
  if (declinedBy.size > 0) {
    const count = pool.free.filter(({ seat }) => declinedBy.has(seat.id)).length;
    if (count > 0) excluded.declined = count;
  }
  return {
    policyVersion,
    waitedMs: Math.max(0, now - conversation.waitingSince),
    stage: pool.stage.index,
    chosen,
    others,
    excluded,
    ...(pool.demand.anyLanguage ? { unspoken: conversation.language } : {}),
  };
}
