import type { PolicyReplay, PolicyTrial, PolicyTrialInput } from '../../../core/protocol/policies.ts';
import type { Policy } from '../../../core/terms/policy.ts';
import { api } from '../../ui/api.ts';
import type { Problem } from './draft/problems.ts';

/** The calls of policies, with the shapes of their answers. All throw `ApiError`. */

export interface VersionInfo {
  readonly version: number;
  readonly note: string;
  readonly author: string | null;
  readonly createdAt: number;
}

export interface PolicyVersion extends VersionInfo {
  readonly policy: Policy;
}

export const listPolicies = (signal?: AbortSignal) =>
  api.get<{ active: number; versions: readonly VersionInfo[] }>('/api/policies', signal);
export const readPolicy = (version: number, signal?: AbortSignal) =>
  api.get<PolicyVersion>(`/api/policies/${version}`, signal);
export const checkPolicy = (policy: Policy) =>
  api.post<{ problems: readonly Problem[] }>('/api/policies/check', { policy });
/** Throws `version-conflict` when somebody published after `basedOn`. */
export const publishPolicy = (policy: Policy, note: string, basedOn: number) =>
  api.post<{ version: number }>('/api/policies', { policy, note, basedOn });
export const restorePolicy = (version: number, note: string) =>
  api.post<{ version: number }>(`/api/policies/${version}/restore`, { note });

/** What a policy makes of a message; the one in force without `policy`. */
export const tryPolicy = (input: PolicyTrialInput, policy?: Policy) =>
  api.post<PolicyTrial>('/api/policies/try', { ...input, ...(policy ? { policy } : {}) });

/** The conversations of the last days, run through a policy. */
export const replayPolicy = (policy: Policy, days: number) =>
  api.post<PolicyReplay>('/api/policies/replay', { policy, days, limit: 100 });
