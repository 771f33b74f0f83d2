import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { ImportView } from '../../../../core/protocol/imports.ts';
import type { Colleague } from '../../../../core/protocol/views.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { importsText } from '../../../../core/text/console-import.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Page, Panel } from '../../frame/page.tsx';
import { Empty, Failed, Waiting } from '../../frame/states.tsx';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import { listImports } from './calls.ts';
import { DropFile } from './drop-file.tsx';
import { ImportLine } from './import-line.tsx';
import './import.css';
import { PreparedImport } from './prepared-import.tsx';
import { SiteForm } from './site-form.tsx';
import { SiteList } from './site-list.tsx';

const open = ['uploading', 'queued', 'reading', 'writing'];

/** Where files and sites become articles: what to bring, what is under way, and what could not be taken. */
export default function ImportsPage({ me }: { readonly me: Colleague; readonly path: readonly string[] }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [source, setSource] = useState<'file' | 'site'>('file');
  const [prepared, setPrepared] = useState<ImportView | null>(null);
  const list = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => listImports(signal),
    refetchInterval: ({ state }) =>
      state.data?.imports.some((one) => open.includes(one.state)) ? 1000 : 15_000,
  });
  const refresh = () => {
    queries.invalidateQueries({ queryKey: ['imports'] });
    queries.invalidateQueries({ queryKey: ['import-sites'] });
    queries.invalidateQueries({ queryKey: ['articles'] });
  };
  const took = (one: ImportView) => {
    setPrepared(one.state === 'prepared' ? one : null);
    refresh();
  };
  const shown = list.data?.imports.filter(({ id }) => id !== prepared?.id) ?? [];
  return (
    <Page title={t(consoleText.knowledge)} lead={t(importsText.lead)}>
      <KnowledgeTabs page="imports" me={me} />
      <Panel className="import-panel">
        {prepared ? (
          <PreparedImport
            key={prepared.id}
            prepared={prepared}
            onChange={setPrepared}
            onDone={() => took({ ...prepared, state: 'queued' })}
          />
        ) : (
          <>
            <Segmented
              value={source}
              onChange={setSource}
              options={[
                { value: 'file', label: t(importsText.file) },
                { value: 'site', label: t(importsText.site) },
              ]}
            />
            {source === 'file' ? <DropFile onTaken={took} /> : <SiteForm onTaken={took} />}
          </>
        )}
      </Panel>
      <SiteList onChange={refresh} />
      <Panel title={t(importsText.imports)}>
        {list.isPending && <Waiting rows={4} />}
        {list.isError && <Failed error={list.error} onRetry={() => list.refetch()} />}
        {list.data && shown.length === 0 && (
          <Empty title={t(importsText.emptyTitle)}>{t(importsText.empty)}</Empty>
        )}
        <ul className="import-list">
          {shown.map((one) => (
            <ImportLine key={one.id} one={one} onChange={refresh} onPrepare={setPrepared} />
          ))}
        </ul>
      </Panel>
    </Page>
  );
}
