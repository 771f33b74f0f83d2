import { type ReactNode, useId } from 'react';
import { ProblemNote } from './problem-note.tsx';

/** A label, its field, a hint, and what is wrong at its path in the policy. */
export function PolicyField({
  label,
  hint,
  path,
  under,
  children,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly path?: string;
  readonly under?: boolean;
  readonly children: (ids: { readonly id: string; readonly 'aria-labelledby': string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field policy-field" data-path={path}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {children({ id, 'aria-labelledby': `${id}-label` })}
      {path && <ProblemNote path={path} under={under ?? false} />}
      {hint && <p className="soft field-hint">{hint}</p>}
    </div>
  );
}
