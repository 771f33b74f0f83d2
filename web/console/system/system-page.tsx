import { ApiOutlined, FileTextOutlined, LineChartOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SystemView } from '../../../core/protocol/system.ts';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { systemText } from '../../../core/text/console-team.ts';
import { fill } from '../../../core/text/fill.ts';
import { api } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { useLive } from '../frame/live.tsx';
import { Page, Panel } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { whenOf } from '../frame/when.tsx';
import './system.css';

/** Whether the address answers with a success within five seconds. */
async function isWell(path: string): Promise<boolean> {
  try {
    return (await fetch(path, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** The version that the running server itself reports. */
async function serverVersion(): Promise<string | null> {
  const response = await fetch('/api/openapi.json');
  if (!response.ok) return null;
  const description = (await response.json()) as { info?: { version?: string } };
  return description.info?.version ?? null;
}

/** Health, version, and where builders start. */
export default function SystemPage({ me }: { readonly me: Colleague }) {
  const { language, t } = useLanguage();
  const live = useLive();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: async () => {
      const [process, readiness] = await Promise.all([isWell('/healthz'), isWell('/readyz')]);
      return { process, readiness, at: Date.now() };
    },
    refetchInterval: 30_000,
  });
  const version = useQuery({
    queryKey: ['version'],
    queryFn: serverVersion,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page title={t(consoleText.system)} lead={t(systemText.lead)}>
      <div className="columns">
        <Panel
          title={t(systemText.health)}
          hint={
            health.data && fill(t(systemText.checked), { when: whenOf(health.data.at, Date.now(), language) })
          }
          actions={
            <Button size="small" loading={health.isFetching} onClick={() => health.refetch()}>
              {t(systemText.checkAgain)}
            </Button>
          }
        >
          <dl className="health">
            <Line name={t(systemText.process)} well={health.data?.process} />
            <Line name={t(systemText.readiness)} well={health.data?.readiness} />
            <Line
              name={t(systemText.live)}
              well={live === 'live' ? true : live === 'waiting' ? false : undefined}
            />
            <div>
              <dt>{t(systemText.version)}</dt>
              <dd className="figure">{version.data ?? '–'}</dd>
            </div>
          </dl>
          <p className="soft">{t(systemText.doctor)}</p>
        </Panel>
        {may(me.role, 'supervisor') && <Answers />}
        <Panel title={t(systemText.forBuilders)}>
          <ul className="links">
            <Link
              href="/api/docs"
              icon={<FileTextOutlined aria-hidden="true" />}
              name={t(systemText.apiDocs)}
              hint={t(systemText.apiDocsHint)}
            />
            <Link
              href="/api/openapi.json"
              icon={<ApiOutlined aria-hidden="true" />}
              name={t(systemText.openApi)}
              hint={t(systemText.openApiHint)}
            />
            {may(me.role, 'administrator') && (
              <Link
                href="/metrics"
                icon={<LineChartOutlined aria-hidden="true" />}
                name={t(systemText.metrics)}
                hint={t(systemText.metricsHint)}
              />
            )}
          </ul>
        </Panel>
      </div>
    </Page>
  );
}

/** What words the answers and how they are searched for. */
function Answers() {
  const { t } = useLanguage();
  const system = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => api.get<SystemView>('/api/system', signal),
    refetchInterval: 30_000,
  });
  const { model, embedding, articles } = system.data ?? {};
  const nameOf = (one: { name: string; host: string }) => fill(t(systemText.model), one);
  return (
    <Panel title={t(systemText.answers)}>
      <dl className="health">
        <Fact name={t(systemText.wording)}>
          {model === undefined ? '–' : model ? nameOf(model) : t(systemText.builtIn)}
        </Fact>
        <Fact name={t(systemText.search)}>
          {embedding === undefined ? '–' : t(embedding ? systemText.byMeaning : systemText.byWords)}
        </Fact>
        {embedding && (
          <Fact name={nameOf(embedding)}>
            {fill(t(embedding.awaited > 0 ? systemText.textsOf : systemText.textsAll), { ...embedding })}
          </Fact>
        )}
        <Fact name={t(systemText.articles)}>{articles ?? '–'}</Fact>
      </dl>
      {model !== undefined && <p className="soft">{t(model ? systemText.withModel : systemText.noModel)}</p>}
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">{children}</dd>
    </div>
  );
}

function Line({ name, well }: { readonly name: string; readonly well: boolean | undefined }) {
  const { t } = useLanguage();
  const state = well === undefined ? 'connecting' : well ? 'well' : 'unwell';
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={`health-dot health-${state}`} aria-hidden="true" />
        {well === undefined ? '–' : t(systemText[state])}
      </dd>
    </div>
  );
}

function Link({
  href,
  icon,
  name,
  hint,
}: {
  readonly href: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly hint: string;
}) {
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer">
        <span aria-hidden="true">{icon}</span>
        <span>
          <b>{name}</b>
          <span className="soft">{hint}</span>
        </span>
      </a>
    </li>
  );
}
