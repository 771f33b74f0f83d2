import { useMemo } from 'react';
import type { Policy } from '../../../../core/terms/policy.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { useLanguage } from '../../../ui/language.ts';
import { policyChanges } from './policy-changes.ts';

/** What differs between two policies, in words, under the names of the pages where it stands. */
export function ChangeList({ before, after }: { readonly before: Policy; readonly after: Policy }) {
  const { language, t } = useLanguage();
  const groups = useMemo(() => policyChanges(before, after, language), [before, after, language]);
  if (groups.length === 0) return <p className="soft">{t(routingText.noChanges)}</p>;
  return (
    <div className="change-list">
      {groups.map(({ page, changes }) => (
        <section key={page}>
          <h4>{t(routingText[page])}</h4>
          <ul>
            {changes.map((change) => (
              <li key={change.key} data-change={change.kind}>
                <span className={`change-mark change-${change.kind}`} role="img" aria-label={change.kindWord}>
                  {change.kind === 'added' ? '+' : change.kind === 'removed' ? '−' : '~'}
                </span>
                <span>{change.sentence}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
