import type { ComponentChildren } from 'preact';
import type { Problem } from '../leaving.ts';
import { useSay } from './context.ts';

/** Ties a control to the sentence below it. */
export interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A label, its control, and below it what helps: a hint, or the sentence that says what to change. */
export function Field({
  name,
  label,
  hint,
  problem,
  draw,
}: {
  name: string;
  label: string;
  hint?: string;
  problem: Problem | undefined;
  draw: (described: Described) => ComponentChildren;
}) {
  const say = useSay();
  const id = `tandem-${name}`;
  const below = problem ? say(problem.say, problem.values) : hint;
  return (
    <div class="entry">
      <label for={id}>{label}</label>
      {draw({
        id,
        'aria-describedby': below === undefined ? undefined : `${id}-help`,
        'aria-invalid': problem !== undefined,
      })}
      {below !== undefined && (
        <p id={`${id}-help`} class={problem ? 'failed' : 'hint'}>
          {below}
        </p>
      )}
    </div>
  );
}

/** One of a few, as chips: the browser's own radio group, so that arrows and the space bar work. */
export function Choice<T extends string | number>({
  name,
  legend,
  options,
  chosen,
  onChoose,
  problem,
}: {
  name: string;
  legend: string;
  options: readonly { readonly value: T; readonly words: string }[];
  chosen: T | null;
  onChoose: (value: T) => void;
  problem?: Problem | undefined;
}) {
  const say = useSay();
  const help = `tandem-${name}-help`;
  return (
    <fieldset class={`choice of-${name}`} aria-describedby={problem ? help : undefined}>
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, words }) => (
          <label key={value} class={value === chosen ? 'chosen' : ''}>
            <input
              type="radio"
              name={`tandem-${name}`}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {words}
          </label>
        ))}
      </div>
      {problem && (
        <p id={help} class="failed">
          {say(problem.say, problem.values)}
        </p>
      )}
    </fieldset>
  );
}
