import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm, Select, Tag } from 'antd';
import type { SiteView } from '../../../../core/protocol/imports.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { importStateText, importsText } from '../../../../core/text/console-import.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { When } from '../../frame/when.tsx';
import { listSites, moveImport, removeSite, scheduleSite } from './calls.ts';

/** Sites that are known, with their last reading and how often they are read; nothing while there are none. */
export function SiteList({ onChange }: { readonly onChange: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const sites = useQuery({
    queryKey: ['import-sites'],
    queryFn: ({ signal }) => listSites(signal),
    refetchInterval: 5_000,
  });
  if (!sites.data || sites.data.sites.length === 0) return null;
  const act = (work: Promise<unknown>): Promise<unknown> =>
    work.then(onChange, (error) => message.error(errorSentence(error).message));
  return (
    <Panel title={t(importsText.sites)}>
      <ul className="import-list">
        {sites.data.sites.map((site) => (
          <SiteLine key={site.id} site={site} act={act} />
        ))}
      </ul>
    </Panel>
  );
}

function SiteLine({
  site,
  act,
}: {
  readonly site: SiteView;
  readonly act: (work: Promise<unknown>) => Promise<unknown>;
}) {
  const { t } = useLanguage();
  const failure = site.lastImport?.failure;
  // An address that was refused from the start is no site that could be read regularly.
  const isRefused = failure?.code === 'address-refused' && site.pages === 0;
  return (
    <li className="import-line">
      <div className="import-head">
        <strong className="import-name">{site.address}</strong>
        {isRefused ? (
          <Tag color="error">{t(importsText.refused)}</Tag>
        ) : (
          <span className="soft figure">
            {t(importsText[site.kind])} · {fill(t(importsText.siteFacts), { pages: site.pages })}
          </span>
        )}
        {site.lastImport && (
          <span className="soft import-when">
            {t(importsText.lastRead)} <When at={site.lastImport.endedAt ?? site.lastImport.createdAt} /> ·{' '}
            {t(importStateText[site.lastImport.state])}
          </span>
        )}
      </div>
      {failure && (
        <p className="import-failure">
          {failure.sentence} <small className="soft">{failure.code}</small>
        </p>
      )}
      <div className="import-actions">
        {!isRefused && (
          <Select
            size="small"
            aria-label={`${t(importsText.every)} ${site.address}`}
            value={site.every ?? ''}
            onChange={(every: NonNullable<SiteView['every']> | '') =>
              act(scheduleSite(site.id, every || null))
            }
            options={[
              { value: '', label: t(importsText.never) },
              { value: 'day', label: t(importsText.day) },
              { value: 'week', label: t(importsText.week) },
            ]}
          />
        )}
        {site.lastImport && (
          <Button size="small" onClick={() => act(moveImport(site.lastImport!.id, 'again'))}>
            {t(importsText.readAgain)}
          </Button>
        )}
        <Popconfirm
          title={t(isRefused ? importsText.dropSiteAsk : importsText.removeSiteAsk)}
          okText={t(isRefused ? importsText.dropSite : importsText.removeSite)}
          cancelText={t(consoleText.cancel)}
          onConfirm={() => act(removeSite(site.id))}
        >
          <Button size="small" type="text">
            {t(isRefused ? importsText.dropSite : importsText.removeSite)}
          </Button>
        </Popconfirm>
      </div>
    </li>
  );
}
