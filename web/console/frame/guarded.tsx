import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { Page } from './page.tsx';
import { Broken } from './states.tsx';

/** A section that breaks says so in its own place; the rest of the console goes on. Trying again reads everything anew. */
export function Guarded({
  view,
  title,
  children,
}: {
  readonly view: string;
  /** Of the page, where the section is all of it. */
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const queries = useQueryClient();
  return (
    <ErrorBoundary
      view={view}
      onRetry={() => void queries.resetQueries()}
      fallback={(retry) =>
        title === undefined ? (
          <Broken onRetry={retry} />
        ) : (
          <Page title={title}>
            <Broken onRetry={retry} />
          </Page>
        )
      }
    >
      {children}
    </ErrorBoundary>
  );
}
