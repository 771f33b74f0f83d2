import { LoadingOutlined } from '@ant-design/icons';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import { useEffect } from 'react';
import { consoleText } from '../../core/text/console.ts';
import { antdLocale, themeFor, useDark } from '../ui/antd-theme.ts';
import { ApiError } from '../ui/api.ts';
import { htmlLanguage, useLanguage } from '../ui/language.ts';
import { NoServer } from '../ui/no-server.tsx';
import { useSession } from '../ui/session.ts';
import { SignIn } from '../ui/sign-in.tsx';
import { dark, light } from '../ui/tokens.ts';
import { LiveProvider } from './frame/live.tsx';
import { Shell } from './frame/shell.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal however often it is asked; only a lost connection is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
    },
  },
});

/** The turning icon says nothing to those who hear the page: a button keeps its name while it works. */
const buttons = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden="true" /> };

/** The common theme; a segmented control also stands on the page itself, where its track must be seen. */
function consoleTheme(isDark: boolean) {
  const theme = themeFor(isDark);
  const palette = isDark ? dark : light;
  const Segmented = { trackBg: palette.line, itemSelectedBg: palette.surface };
  return {
    ...theme,
    components: { ...theme.components, Segmented },
  };
}

/** The whole console: theme, language, who is signed in, and then the pages. */
export function Console() {
  const isDark = useDark();
  const { language, t } = useLanguage();
  const { session, signedIn, signOut, retry } = useSession();
  useEffect(() => {
    document.documentElement.lang = htmlLanguage(language);
    // Signed in, the pages name themselves.
    if (session.state !== 'signed-in') document.title = t(consoleText.title);
  }, [language, t, session.state]);
  useEffect(() => {
    if (session.state === 'signed-out') queries.clear();
  }, [session.state]);

  return (
    <ConfigProvider theme={consoleTheme(isDark)} locale={antdLocale(language)} button={buttons}>
      <App className="console-app">
        {session.state === 'signed-out' && <SignIn page="console" onSignedIn={signedIn} />}
        {session.state === 'loading' && <Frame />}
        {session.state === 'failed' && <NoServer error={session.error} onRetry={retry} />}
        {session.state === 'signed-in' && (
          <QueryClientProvider client={queries}>
            <LiveProvider>
              <Shell me={session.agent} onSignOut={signOut} />
            </LiveProvider>
          </QueryClientProvider>
        )}
      </App>
    </ConfigProvider>
  );
}

/** The bare columns, so that the page does not jump when the console arrives. */
function Frame() {
  return (
    <div className="shell" aria-busy="true">
      <div className="top-bar" />
      <div className="side" />
      <div className="content" />
    </div>
  );
}
