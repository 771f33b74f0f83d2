import { type ReactNode, useId } from 'react';

/** A label, its field and a hint, tied together for those who hear the page. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly children: (ids: {
    id: string;
    'aria-labelledby': string;
    'aria-describedby'?: string;
  }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {children({
        id,
        'aria-labelledby': `${id}-label`,
        ...(hint || error ? { 'aria-describedby': `${id}-hint` } : {}),
      })}
      {(error || hint) && (
        <p className={error ? 'field-error' : 'soft field-hint'} id={`${id}-hint`}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
