import { z } from 'zod';
import { checkPolicy, type PolicySurroundings } from '../../core/policy/check-policy.ts';
import type { PolicyProblem } from '../../core/policy/policy-problem.ts';
import type { Policy } from '../../core/terms/policy.ts';
import { policySchema } from './policy-schema.ts';

const inChinese = z.locales.zhCN().localeError;
const inEnglish = z.locales.en().localeError;

/** A policy from outside with everything that is wrong with it, shape before meaning. `policy` is there when its shape is right. */
export function readPolicy(
  input: unknown,
  around: PolicySurroundings,
): { policy?: Policy; problems: PolicyProblem[] } {
  const read = policySchema.safeParse(input, { error: inEnglish });
  if (read.success) return { policy: read.data, problems: checkPolicy(read.data, { ...around, isTimeZone }) };
  const chinese = policySchema.safeParse(input, { error: inChinese }).error?.issues ?? [];
  return {
    problems: read.error.issues.slice(0, 200).map((issue, place) => ({
      path: issue.path.join('.'),
      code: 'shape',
      severity: 'error',
      message: { zh: chinese[place]?.message ?? issue.message, en: issue.message },
    })),
  };
}

/** Errors keep a policy from being tried or published; warnings do not. */
export const errorsOf = (problems: readonly PolicyProblem[]) =>
  problems.filter(({ severity }) => severity === 'error');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
