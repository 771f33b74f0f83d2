import type { AgentProfile } from '../../../../core/terms/agent-status.ts';
import type { Policy } from '../../../../core/terms/policy.ts';

/** What is turned in the form. */
export interface Dials {
  readonly kind: 'usual' | 'rush' | 'outage';
  /** Customers for a person in an hour at the peak. */
  readonly perHour: number;
  readonly handlingMinutes: number;
  readonly patienceMinutes: number;
}

export interface TeamMember {
  readonly id: string;
  readonly profile: AgentProfile;
}

/** How busy the hours from 9 to 20 are against the peak: a morning and an evening wave, as shops see them. */
const curve = [0.55, 0.85, 1, 0.8, 0.6, 0.65, 0.75, 0.7, 0.65, 0.8, 1, 0.8] as const;

const imagined: readonly TeamMember[] = Array.from({ length: 8 }, (_, index) => ({
  id: `agent-${index + 1}`,
  profile: { skills: {}, languages: [], capacity: 3, maximumConversations: 3 },
}));

const clock = (hour: number, minute = 0) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/**
 * A day of this very house as a scenario file (`core/routing/simulation/read-scenario.ts`): its queues with equal
 * shares, a twentieth of VIPs with the priority of the first segment, its agents in two overlapping shifts.
 */
export function ownScenario(policy: Policy, team: readonly TeamMember[], dials: Dials): object {
  const people = team.length > 0 ? team : imagined;
  const handling = {
    distribution: 'lognormal',
    meanSeconds: dials.handlingMinutes * 60,
    sdSeconds: dials.handlingMinutes * 45,
  };
  const patience = { distribution: 'exponential', meanSeconds: dials.patienceMinutes * 60 };
  const usual = { patience, abandons: 0.8, handling };
  const segment = policy.segments[0];
  const kinds = policy.queues.flatMap(({ id }) => [
    { id, share: segment ? 19 : 20, queueId: id, returning: 0.15, ...usual },
    ...(segment
      ? [
          {
            id: `${id}-${segment.id}`,
            share: 1,
            queueId: id,
            segment: segment.id,
            priority: Math.min(100, Math.max(0, segment.priority)),
            returning: 0.3,
            ...usual,
          },
        ]
      : []),
  ]);
  return {
    name: dials.kind,
    seed: 1,
    day: { from: clock(9), to: clock(21) },
    handling: { levels: [1.25, 1.1, 1, 0.92, 0.85], withoutSkill: 1.5, eachAlongside: 0.15 },
    contacts: kinds,
    arrivals: curve.map((share, index) => ({
      from: clock(9 + index),
      to: clock(10 + index),
      perHour: dials.perHour * share * (dials.kind === 'rush' && index === 5 ? 2 : 1),
    })),
    agents: people.map(({ id, profile }, index) => ({
      id,
      skills: profile.skills,
      languages: profile.languages,
      capacity: profile.capacity,
      maximumConversations: profile.maximumConversations,
      missed: 0.03,
      wrapUp: { distribution: 'lognormal', meanSeconds: 20, sdSeconds: 10 },
      // Who comes early has lunch at noon, who comes late has dinner at six; most are there over the afternoon.
      shifts: [index % 2 === 0 ? { from: clock(9), to: clock(18) } : { from: clock(12), to: clock(21) }],
      breaks: [
        index % 2 === 0
          ? { from: clock(11 + (index % 4) / 2), to: clock(12 + (index % 4) / 2) }
          : { from: clock(17, index % 4 === 1 ? 0 : 30), to: clock(18, index % 4 === 1 ? 0 : 30) },
      ],
    })),
    disconnects:
      dials.kind === 'outage'
        ? people
            .slice(0, 2)
            .map(({ id }) => ({ agentId: id, at: '14:10', forSeconds: 1200, noticedAfterSeconds: 10 }))
        : [],
  };
}
