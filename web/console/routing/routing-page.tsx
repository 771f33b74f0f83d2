import { lazy, type ReactNode, Suspense } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { routingText } from '../../../core/text/console-routing.ts';
import { useLanguage } from '../../ui/language.ts';
import { Guarded } from '../frame/guarded.tsx';
import { Page, Panel } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { useRoute } from '../frame/route.ts';
import { Failed, Waiting } from '../frame/states.tsx';
import { CalendarsPage } from './calendars/calendars-page.tsx';
import { DraftBar } from './draft/draft-bar.tsx';
import { Overtaken } from './draft/overtaken.tsx';
import { useLeaveDraft } from './draft/use-leave-draft.ts';
import type { PolicyVersion } from './policy-calls.ts';
import { QueuesPage } from './queues/queues-page.tsx';
import { pageOf, RoutingTabs } from './routing-tabs.tsx';
import { SlaPage } from './sla/sla-page.tsx';
import { TriagePage } from './triage/triage-page.tsx';
import { PolicyContext, useActivePolicy, usePolicyEditor } from './use-policy-editor.ts';
import { VersionsPage } from './versions/versions-page.tsx';
import { WeightsPage } from './weights/weights-page.tsx';
import './routing.css';

const TrialPage = lazy(() => import('./trial/trial-page.tsx'));
const ReplayPage = lazy(() => import('./replay/replay-page.tsx'));
const SimulationPage = lazy(() => import('./simulation/simulation-page.tsx'));

/** Who serves whom, where they wait and for how long: edited as a draft, tried out, published. */
export default function RoutingPage({ me }: { readonly me: Colleague }) {
  const { t } = useLanguage();
  const { list, active } = useActivePolicy();
  const failed = list.isError && !list.data ? list : active.isError && !active.data ? active : null;
  const lead = t(may(me.role, 'administrator') ? routingText.lead : routingText.readOnly);
  return (
    <Page wide title={t(consoleText.routing)} lead={lead}>
      {failed && <Failed error={failed.error} onRetry={() => failed.refetch()} />}
      {!failed && !active.data && (
        <Panel>
          <Waiting rows={10} />
        </Panel>
      )}
      {active.data && <Section me={me} active={active.data} />}
    </Page>
  );
}

function Section({ me, active }: { readonly me: Colleague; readonly active: PolicyVersion }) {
  const { path } = useRoute();
  const editor = usePolicyEditor(me, active);
  const page = pageOf(path[1]);
  useLeaveDraft(editor.draft !== null);
  return (
    <PolicyContext value={editor}>
      <RoutingTabs page={page} />
      <Overtaken />
      <Suspense
        fallback={
          <Panel>
            <Waiting />
          </Panel>
        }
      >
        <Guarded view={`${page}/${path[2] ?? ''}`}>{contentOf(page, path[2])}</Guarded>
      </Suspense>
      <DraftBar />
    </PolicyContext>
  );
}

function contentOf(page: ReturnType<typeof pageOf>, chosen: string | undefined): ReactNode {
  switch (page) {
    case 'queues':
      return <QueuesPage chosen={chosen} />;
    case 'triage':
      return <TriagePage chosen={chosen} />;
    case 'calendars':
      return <CalendarsPage chosen={chosen} />;
    case 'sla':
      return <SlaPage />;
    case 'weights':
      return <WeightsPage />;
    case 'try':
      return <TrialPage />;
    case 'replay':
      return <ReplayPage />;
    case 'simulation':
      return <SimulationPage />;
    case 'versions':
      return <VersionsPage />;
  }
}
