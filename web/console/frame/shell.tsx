import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { useLanguage } from '../../ui/language.ts';
import { RisingBanner } from '../insights/rising-banner.tsx';
import { ArticlePage } from '../knowledge/article-page.tsx';
import { knowledgePageOf } from '../knowledge/knowledge-tabs.tsx';
import { Guarded } from './guarded.tsx';
import { useLive } from './live.tsx';
import { Navigation } from './navigation.tsx';
import { Page } from './page.tsx';
import { places } from './places.tsx';
import { may } from './role.ts';
import { go, hrefOf, useRoute } from './route.ts';
import { Empty, NoPermission, Waiting } from './states.tsx';

const OverviewPage = lazy(() => import('../overview/overview-page.tsx'));
const InsightsPage = lazy(() => import('../insights/insights-page.tsx'));
const UnderstandingPage = lazy(() => import('../understanding/understanding-page.tsx'));
const RoutingPage = lazy(() => import('../routing/routing-page.tsx'));
const InboxesPage = lazy(() => import('../inboxes/inboxes-page.tsx'));
const TeamPage = lazy(() => import('../team/team-page.tsx'));
const SystemPage = lazy(() => import('../system/system-page.tsx'));

function pageFor(path: readonly string[], me: Colleague): ReactNode {
  switch (path[0]) {
    case 'overview':
      return <OverviewPage me={me} />;
    case 'knowledge':
      return knowledgePageFor(path.slice(1), me);
    case 'insights':
      return <InsightsPage page={path[1]} />;
    case 'understanding':
      return <UnderstandingPage page={path[1]} />;
    case 'routing':
      return <RoutingPage me={me} />;
    case 'inboxes':
      return <InboxesPage chosen={path[1]} />;
    case 'team':
      return <TeamPage me={me} page={path[1]} />;
    default:
      return <SystemPage me={me} />;
  }
}

/** One of the section's own pages, else the article that the address names. */
function knowledgePageFor([name, ...path]: readonly string[], me: Colleague): ReactNode {
  const page = knowledgePageOf(name);
  if (page === undefined) return <ArticlePage key={name} id={name!} me={me} />;
  if (!may(me.role, page.needs)) return <NoPermission role={me.role} needed={page.needs} />;
  return <page.Page me={me} path={path} />;
}

/** Navigation at the left (a drawer on a phone) and the page at the right. */
export function Shell({
  me,
  onSignOut,
}: {
  readonly me: Colleague;
  readonly onSignOut: () => Promise<void>;
}) {
  const { t } = useLanguage();
  const { path } = useRoute();
  const live = useLive();
  const [menuOpen, setMenuOpen] = useState(false);
  const home = may(me.role, 'supervisor') ? 'overview' : 'knowledge';
  useEffect(() => {
    if (path.length === 0) go(hrefOf([home]), 'replace');
  }, [path, home]);
  const place = places.find((one) => one.path === path[0]);
  useEffect(() => {
    document.title = `${place ? `${t(place.name)} · ` : ''}${t(consoleText.title)}`;
  }, [place, t]);

  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t(consoleText.skip)}
      </button>
      <header className="top-bar">
        <Button
          type="text"
          icon={<MenuOutlined aria-hidden="true" />}
          aria-label={t(consoleText.menu)}
          onClick={() => setMenuOpen(true)}
        />
        <BrandMark size={24} />
        <b>{t(place?.name ?? consoleText.console)}</b>
      </header>
      <aside className="side">
        <Navigation me={me} onSignOut={onSignOut} />
      </aside>
      <Drawer
        open={menuOpen}
        placement="left"
        size={264}
        closable={false}
        onClose={() => setMenuOpen(false)}
        styles={{ body: { padding: 0 } }}
        aria-label={t(consoleText.navigation)}
      >
        <Navigation me={me} onSignOut={onSignOut} onChoose={() => setMenuOpen(false)} />
      </Drawer>
      <div className="content">
        {live === 'waiting' && (
          <div className="offline" role="status">
            {t(consoleText.offline)}
          </div>
        )}
        {may(me.role, 'supervisor') && path[0] !== 'insights' && <RisingBanner />}
        <Suspense
          fallback={
            <Page title={place ? t(place.name) : ''}>
              <Waiting />
            </Page>
          }
        >
          {place && may(me.role, place.needs) && (
            <Guarded view={path.join('/')} title={t(place.name)}>
              {pageFor(path, me)}
            </Guarded>
          )}
          {place && !may(me.role, place.needs) && (
            <Page title={t(place.name)}>
              <NoPermission role={me.role} needed={place.needs} />
            </Page>
          )}
          {!place && path.length > 0 && (
            <Page title={t(consoleText.notFoundTitle)}>
              <Empty title={t(consoleText.notFoundTitle)}>{t(consoleText.notFound)}</Empty>
            </Page>
          )}
        </Suspense>
      </div>
    </div>
  );
}
