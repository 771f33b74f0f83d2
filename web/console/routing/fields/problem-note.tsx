import { problemsAt } from '../draft/problems.ts';
import { usePolicy } from '../use-policy-editor.ts';

/** The sentences of what is wrong at a path; nothing where all is well. `under` takes in what stands inside it. */
export function ProblemNote({ path, under = false }: { readonly path: string; readonly under?: boolean }) {
  const { problems } = usePolicy();
  const found = problemsAt(problems, path, under);
  if (found.length === 0) return null;
  return (
    <div className="problem-notes" role="status">
      {found.map((one) => (
        <p key={`${one.path} ${one.code}`} className={`problem-note problem-${one.severity}`}>
          {one.message}
        </p>
      ))}
    </div>
  );
}

/** How a field at this path looks: `error` or `warning` for Ant Design's `status`. */
export function useStatus(path: string, under = false): 'error' | 'warning' | undefined {
  const { problems } = usePolicy();
  const found = problemsAt(problems, path, under);
  if (found.some(({ severity }) => severity === 'error')) return 'error';
  return found.length > 0 ? 'warning' : undefined;
}
