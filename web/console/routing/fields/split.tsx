import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { problemsAt } from '../draft/problems.ts';
import { usePolicy } from '../use-policy-editor.ts';

export interface SplitItem {
  readonly id: string;
  /** Its place in the policy: problems under it are marked. */
  readonly path: string;
  readonly href: string;
  readonly current: boolean;
  readonly title: string;
  readonly badge?: string | undefined;
  readonly words: string;
}

/** A list at the left and the chosen thing at the right; on a phone one after the other. */
export function Split({
  label,
  back,
  isChosen,
  items,
  action,
  children,
}: {
  readonly label: string;
  readonly back: { readonly href: string; readonly label: string };
  /** The address names one: on a phone it is shown instead of the list. */
  readonly isChosen: boolean;
  readonly items: readonly SplitItem[];
  readonly action: ReactNode;
  readonly children: ReactNode;
}) {
  const { problems } = usePolicy();
  return (
    <div className={isChosen ? 'split split-chosen' : 'split'}>
      <nav className="split-list" aria-label={label}>
        <ul>
          {items.map((item) => {
            const wrong = problemsAt(problems, item.path, true).some(({ severity }) => severity === 'error');
            return (
              <li key={item.id}>
                <a href={item.href} aria-current={item.current ? 'true' : undefined}>
                  <span className="split-title">
                    {item.title}
                    {item.badge && <span className="badge">{item.badge}</span>}
                    {wrong && <span className="tab-problems">!</span>}
                  </span>
                  <span className="soft">{item.words}</span>
                </a>
              </li>
            );
          })}
        </ul>
        {action}
      </nav>
      <div className="split-content">
        <a className="page-back split-back" href={back.href}>
          <ArrowLeftOutlined aria-hidden="true" /> {back.label}
        </a>
        {children}
      </div>
    </div>
  );
}
