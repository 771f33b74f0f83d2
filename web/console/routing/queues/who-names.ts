import type { Language } from '../../../../core/terms/language.ts';
import type { Policy } from '../../../../core/terms/policy.ts';

/** The names of the rules and queues that lead into a queue: what breaks when it goes. */
export function whoNamesQueue(policy: Policy, queueId: string, language: Language): string[] {
  const rules = policy.triage.filter(({ then }) =>
    then.some((action) => action.do === 'queue' && action.queueId === queueId),
  );
  const queues = policy.queues.filter(
    ({ id, overflow }) => id !== queueId && overflow.some(({ toQueueId }) => toQueueId === queueId),
  );
  return [...rules, ...queues].map(({ name, id }) => name[language] || id);
}
