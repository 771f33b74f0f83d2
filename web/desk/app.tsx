import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { deskText } from '../../core/text/desk.ts';
import { antdLocale, themeFor, useDark } from '../ui/antd-theme.ts';
import { ApiError } from '../ui/api.ts';
import { htmlLanguage, useLanguage } from '../ui/language.ts';
import { NoServer } from '../ui/no-server.tsx';
import { useSession } from '../ui/session.ts';
import { SignIn } from '../ui/sign-in.tsx';
import { isBoard } from './board/windows.ts';

const SignedIn = lazy(() => import('./signed-in.tsx'));
const BoardPage = lazy(() => import('./board/board-page.tsx'));

/** The board is a page of its own: it takes no seat. */
const showsBoard = isBoard(location.pathname);

/** A refusal stays a refusal: only what may pass by itself is asked again. */
function queries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
      },
    },
  });
}

export function App() {
  const { language, t } = useLanguage();
  const isDark = useDark();
  const { session, signedIn, signOut, retry } = useSession();
  const [client, setClient] = useState(queries);

  useEffect(() => {
    document.documentElement.lang = htmlLanguage(language);
    document.title = t(deskText.app.title);
  }, [language, t]);

  return (
    <ConfigProvider
      theme={themeFor(isDark)}
      locale={antdLocale(language)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp message={{ top: 56 }} notification={{ top: 64 }}>
        <QueryClientProvider client={client}>
          {session.state === 'signed-out' && <SignIn page="desk" onSignedIn={signedIn} />}
          {session.state === 'failed' && <NoServer error={session.error} onRetry={retry} />}
          {session.state === 'loading' && !showsBoard && <Frame />}
          {session.state === 'signed-in' && showsBoard && (
            <Suspense fallback={null}>
              <BoardPage agent={session.agent} />
            </Suspense>
          )}
          {session.state === 'signed-in' && !showsBoard && (
            <Suspense fallback={<Frame />}>
              <SignedIn
                agent={session.agent}
                onSignOut={async () => {
                  await signOut();
                  setClient(queries());
                }}
              />
            </Suspense>
          )}
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

/** The bare columns, so that the page does not jump when the desk arrives. */
function Frame() {
  return (
    <div className="desk" aria-busy="true">
      <div className="bar" />
      <div className="columns">
        <div className="column-list" />
        <div className="column-conversation" />
        <div className="column-context" />
      </div>
    </div>
  );
}
