import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Colleague } from '../../../../core/protocol/views.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import { listColleagues } from '../../calls.ts';
import { usePolicy } from '../use-policy-editor.ts';

/** Every skill that somebody has or something asks for, in the order of the alphabet. */
export function knownSkills(policy: Policy | null, colleagues: readonly Colleague[]): string[] {
  const found = new Set<string>();
  for (const queue of policy?.queues ?? [])
    for (const { skill } of [...queue.requires, ...queue.prefers]) found.add(skill);
  for (const rule of policy?.triage ?? [])
    for (const action of rule.then) if (action.do === 'skill') found.add(action.need.skill);
  for (const { profile } of colleagues)
    for (const skill of Object.keys(profile?.skills ?? {})) found.add(skill);
  found.delete('');
  return [...found].toSorted();
}

/** The colleagues, kept fresh by the live connection. */
export function useColleagues(): readonly Colleague[] {
  const team = useQuery({ queryKey: ['colleagues'], queryFn: ({ signal }) => listColleagues(signal) });
  return team.data?.colleagues ?? [];
}

export function useKnownSkills(): string[] {
  const { policy } = usePolicy();
  const colleagues = useColleagues();
  return useMemo(() => knownSkills(policy, colleagues), [policy, colleagues]);
}
