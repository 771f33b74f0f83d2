import type { Policy } from '../../../../core/terms/policy.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { useLanguage } from '../../../ui/language.ts';
import { hrefOf } from '../../frame/route.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { placeOf } from './problems.ts';

/** Every problem with the page and the thing it belongs to; a click goes there and brings the field into sight. */
export function ProblemList({ onChoose }: { readonly onChoose: () => void }) {
  const { language, t } = useLanguage();
  const { problems, policy } = usePolicy();
  return (
    <ul className="problem-list">
      {problems.map((problem) => {
        const { page, part, index } = placeOf(problem.path);
        const thing = index === null ? null : thingAt(policy, part, index);
        return (
          <li key={`${problem.path} ${problem.code}`}>
            <a
              href={hrefOf(['routing', page, ...(thing ? [thing.id] : [])])}
              className={`problem-${problem.severity}`}
              onClick={() => {
                onChoose();
                bringIntoSight(problem.path);
              }}
            >
              <b>
                {t(routingText[page])}
                {thing && ` · ${thing.name?.[language] || thing.name?.zh || t(routingText.unnamed)}`}
              </b>
              <span>{problem.message}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

interface Thing {
  readonly id: string;
  readonly name?: { readonly zh: string; readonly en: string };
}

function thingAt(policy: Policy, part: string, index: number): Thing | null {
  if (part === 'queues') return policy.queues[index] ?? null;
  if (part === 'triage') return policy.triage[index] ?? null;
  if (part === 'segments') return policy.segments[index] ?? null;
  const calendar = part === 'calendars' ? policy.calendars[index] : undefined;
  return calendar ? { id: calendar.id, name: { zh: calendar.name, en: calendar.name } } : null;
}

/** Scrolls to the field of a path, or to the nearest thing around it, once its page stands. */
function bringIntoSight(path: string): void {
  setTimeout(() => {
    for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
      const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
      if (!field) continue;
      field.scrollIntoView({ block: 'center' });
      field.querySelector<HTMLElement>('input, button, [tabindex="0"]')?.focus({ preventScroll: true });
      return;
    }
  }, 100);
}
