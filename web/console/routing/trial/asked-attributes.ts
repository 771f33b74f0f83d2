import type { Policy } from '../../../../core/terms/policy.ts';

/** The details of contacts that a policy asks for, with the values it knows: what is worth filling in. */
export function askedAttributes(
  policy: Policy,
): { readonly name: string; readonly values: readonly string[] }[] {
  const found = new Map<string, Set<string>>();
  for (const { when } of [...policy.segments, ...policy.triage])
    for (const condition of when)
      if (condition.on === 'attribute' && condition.name) {
        const values = found.get(condition.name) ?? new Set();
        for (const value of condition.is) values.add(value);
        found.set(condition.name, values);
      }
  return [...found].map(([name, values]) => ({ name, values: [...values] }));
}
