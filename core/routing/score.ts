import type { RoutingFactors, RoutingScore, RoutingSettings } from '../terms/routing.ts';
import type { RoutingAgent } from './contract.ts';

/** Idle for so long counts half of what endless idleness would. */
const halfIdleMs = 2 * 60_000;

/**
 * Room that is left, by capacity and by number, whichever is less: 1 for an empty desk. The least occupied is the best,
 * as in join-the-least-utilised routing over desks of different size.
 */
export function loadOf(agent: RoutingAgent): number {
  const byCapacity = agent.profile.capacity > 0 ? 1 - agent.load / agent.profile.capacity : 0;
  const byNumber =
    agent.profile.maximumConversations > 0 ? 1 - agent.conversations / agent.profile.maximumConversations : 0;
  return clamp(Math.min(byCapacity, byNumber));
}

/** (1 + served this contact) ÷ 2: a stranger is worth half of who served them just now. */
export const historyOf = (served: number | undefined): number => (1 + clamp(served ?? 0)) / 2;

/**
 * Fair over time, the mean of two: idle ÷ (idle + 2 minutes), so that the longest idle is the best (the rule of
 * call centres; its fairness: Armony & Ward 2010, "Fair dynamic routing in large-scale heterogeneous-server systems"); and
 * (mean + 1) ÷ (mean + 1 + handled today), so that who handled least is the best, with the mean over those on duty.
 */
export function idleOf(agent: RoutingAgent, now: number, meanHandled: number): number {
  const idleMs = Math.max(0, now - agent.idleSince);
  return (idleMs / (idleMs + halfIdleMs) + (meanHandled + 1) / (meanHandled + 1 + agent.handledToday)) / 2;
}

/**
 * 1 ÷ (1 + what lies idle): of those who can, the one whom others need least. What lies idle is the worth of an
 * agent's skills, languages and queues that this conversation does not use (`Roster`). Least flexible server first, as
 * in "fewest skills first" (Garnett & Mandelbaum 2000, "An introduction to skills-based routing").
 */
export const spareOf = (worth: number, used: number): number => 1 / (1 + Math.max(0, worth - used));

/** How much the fit still counts: its exponent halves with every `patienceOfFitMs` of waiting. */
export const fitStrength = (waitedMs: number, patienceOfFitMs: number): number =>
  2 ** (-Math.max(0, waitedMs) / Math.max(1, patienceOfFitMs));

/** fit^(weight × strength) × load^weight × history^weight × idle^weight × spare^weight. From 0 to 1. */
export const weigh = (
  factors: RoutingFactors,
  weights: RoutingSettings['weights'],
  strengthOfFit: number,
): number =>
  power(factors.fit, weights.fit * strengthOfFit) *
  power(factors.load, weights.load) *
  power(factors.history, weights.history) *
  power(factors.idle, weights.idle) *
  power(factors.spare, weights.spare);

/** As it is stored: four digits of the score, three of a factor. */
export const storedScore = (agentId: string, score: number, factors: RoutingFactors): RoutingScore => ({
  agentId,
  score: rounded(score, 10_000),
  factors: {
    fit: rounded(factors.fit, 1000),
    load: rounded(factors.load, 1000),
    history: rounded(factors.history, 1000),
    idle: rounded(factors.idle, 1000),
    spare: rounded(factors.spare, 1000),
  },
});

/** The usual exponents without the cost of a logarithm. */
function power(base: number, exponent: number): number {
  if (exponent === 1 || base === 1) return base;
  if (exponent === 0.5) return Math.sqrt(base);
  return exponent === 0 ? 1 : base ** exponent;
}

const rounded = (value: number, steps: number): number => Math.round(value * steps) / steps;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
