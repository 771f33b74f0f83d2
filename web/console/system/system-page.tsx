import { ApiOutlined, FileTextOutlined, LineChartOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { systemText } from '../../../core/text/console-team.ts';
import { fill } from '../../../core/text/fill.ts';
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
