import { ArrowLeftOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { hasGone } from './route.ts';

/** A page's heading with one sentence on what it is for, its actions, and the page below. */
export function Page({
  title,
  lead,
  actions,
  back,
  children,
  wide,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  const main = useRef<HTMLElement>(null);
  // The link that led here may be gone with its page: the keyboard goes on where the new one begins.
  useEffect(() => {
    if (hasGone() && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={main} id="content" className={wide ? 'page page-wide' : 'page'} tabIndex={-1}>
      <header className="page-head">
        <div className="page-words">
          {back && (
            <a className="page-back" href={back.href}>
              <ArrowLeftOutlined aria-hidden="true" /> {back.label}
            </a>
          )}
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** A card with a heading. */
export function Panel({
  title,
  hint,
  actions,
  children,
  className,
  scrolls,
}: {
  readonly title?: ReactNode;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** It scrolls by itself, so a keyboard must reach it. */
  readonly scrolls?: boolean;
}) {
  return (
    <section className={className ? `panel ${className}` : 'panel'} tabIndex={scrolls ? 0 : undefined}>
      {(title || actions) && (
        <div className="panel-head">
          <div>
            <h2>{title}</h2>
            {hint && <p>{hint}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
