import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import type { Policy } from '../../../core/terms/policy.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { may } from '../frame/role.ts';
import { sameContent } from './draft/draft.ts';
import { useDraft } from './draft/draft-store.ts';
import type { Problem } from './draft/problems.ts';
import { checkPolicy, listPolicies, type PolicyVersion, readPolicy } from './policy-calls.ts';

/** The policy in force, fetched again when somebody publishes. */
export function useActivePolicy() {
  const list = useQuery({
    queryKey: ['policies'],
    queryFn: ({ signal }) => listPolicies(signal),
    refetchInterval: 30_000,
  });
  const version = list.data?.active;
  const active = useQuery({
    queryKey: ['policies', version],
    queryFn: ({ signal }) => readPolicy(version!, signal),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // While the newest version is fetched the page stays as it was.
    placeholderData: (before) => before,
  });
  return { list, active };
}

/** Asks the server half a second after the last change what is wrong with the draft. */
function useProblems(policy: Policy | null) {
  const { language } = useLanguage();
  const [found, setFound] = useState<{ policy: Policy; problems: readonly Problem[] } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentences are in the page's language; `attempt` asks again
  useEffect(() => {
    if (policy === null) return;
    let stale = false;
    const timer = setTimeout(async () => {
      try {
        const { problems } = await checkPolicy(policy);
        if (stale) return;
        setFound({ policy, problems });
        setFailure(null);
      } catch (error) {
        if (!stale) setFailure(errorSentence(error).message);
      }
    }, 400);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [policy, language, attempt]);
  return {
    // Until the answer comes the last one stands, so that nothing flickers while somebody types.
    problems: policy === null ? [] : (found?.problems ?? []),
    checking: policy !== null && failure === null && found?.policy !== policy,
    failure: policy === null ? null : failure,
    checkAgain: () => setAttempt((number) => number + 1),
  };
}

/** The draft over the policy in force: what is looked at, how it is changed, and what is wrong with it. */
export function usePolicyEditor(me: Colleague, active: PolicyVersion) {
  const queries = useQueryClient();
  const [draft, setDraft, readLatest] = useDraft(me.id);
  const mayEdit = may(me.role, 'administrator');
  const mine = mayEdit ? draft : null;
  const policy = mine?.policy ?? active.policy;
  const base = useQuery({
    queryKey: ['policies', mine?.basedOn],
    queryFn: ({ signal }) => readPolicy(mine!.basedOn, signal),
    enabled: mine !== null && mine.basedOn !== active.version,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const check = useProblems(mine?.policy ?? null);

  const edit = useCallback(
    (change: (policy: Policy) => Policy) => {
      if (!mayEdit) return;
      const before = readLatest() ?? { basedOn: active.version, policy: active.policy };
      const next = change(before.policy);
      // Changing back is no change: the draft goes when it says what is in force.
      if (before.basedOn === active.version && sameContent(next, active.policy)) setDraft(null);
      else setDraft({ basedOn: before.basedOn, policy: next });
    },
    [mayEdit, active, readLatest, setDraft],
  );

  return useMemo(
    () => ({
      me,
      mayEdit,
      active,
      draft: mine,
      /** The version that the draft started from, once somebody else has published a newer one. */
      overtaken: mine !== null && mine.basedOn !== active.version ? (base.data ?? null) : null,
      policy,
      edit,
      setDraft,
      ...check,
      refresh: () => queries.invalidateQueries({ queryKey: ['policies'] }),
    }),
    [me, mayEdit, active, mine, base.data, policy, edit, setDraft, check, queries],
  );
}

export type PolicyEditor = ReturnType<typeof usePolicyEditor>;

export const PolicyContext = createContext<PolicyEditor | null>(null);

/** The editor of the section that this part stands in. */
export function usePolicy(): PolicyEditor {
  const editor = useContext(PolicyContext);
  if (editor === null) throw new Error('usePolicy outside of the routing section');
  return editor;
}
