import type { Policies } from '../adapters/store/policies.ts';
import { defaultPolicy, firstPolicy } from '../core/policy/default-policy.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import { storedShippedNote } from '../core/text/policy.ts';

/** Without a notice – its connection may be away – a process learns of a new policy within this time, in ms. */
const lookEveryMs = 900;

/**
 * The policy in force, held in this process's memory, so that a decision reads it without waiting. What this process
 * publishes is in force before the call returns; another's is taken over by its notice, or by the next look.
 */
export async function createPolicyInForce(policies: Policies, onError: (error: unknown) => void) {
  let active: ActivePolicy = firstPolicy;
  const onChange = new Set<(active: ActivePolicy) => void>();
  let following: Promise<void> | undefined;

  async function followOnce(): Promise<void> {
    if ((await policies.latestVersion()) <= active.version) return;
    const latest = await policies.latest();
    if (latest) set(latest);
  }

  function set(next: ActivePolicy): void {
    if (next.version <= active.version) return;
    active = next;
    for (const tell of onChange) tell(next);
  }

  await policies.putFirst(defaultPolicy, storedShippedNote, 'Tandem', Date.now());
  active = (await policies.latest()) ?? firstPolicy;

  const follow = (): Promise<void> => {
    following ??= followOnce().finally(() => {
      following = undefined;
    });
    return following;
  };
  const timer = setInterval(() => void follow().catch(onError), lookEveryMs);
  timer.unref();
  return {
    active: (): ActivePolicy => active,
    /** Called with each policy that comes into force on this process. */
    onChange,
    /** Takes over what this process has just published. */
    set,
    follow,
    async close(): Promise<void> {
      clearInterval(timer);
      await following?.catch(() => undefined);
    },
  };
}

export type PolicyInForce = Awaited<ReturnType<typeof createPolicyInForce>>;
