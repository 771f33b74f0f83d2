import { type ReactNode, useId } from 'react';

/** A titled part of the board. */
export function Panel({
  title,
  count,
  className,
  aside,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly className: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {title} <span className="count">{count}</span>
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** What will appear here, and when. */
export function BoardEmpty({ title, help }: { readonly title: string; readonly help: string }) {
  return (
    <div className="empty">
      <p>{title}</p>
      <p className="soft">{help}</p>
    </div>
  );
}
