import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { consoleText } from '../../../core/text/console.ts';
import { inboxText } from '../../../core/text/console-inbox.ts';
import { useLanguage } from '../../ui/language.ts';
import { listInboxes } from '../calls.ts';
import { Page, Panel } from '../frame/page.tsx';
import { go, hrefOf } from '../frame/route.ts';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { InboxForm } from './inbox-form.tsx';
import './inboxes.css';

/** The settings of every inbox, one at a time. */
export default function InboxesPage({ chosen }: { readonly chosen: string | undefined }) {
  const { language, t } = useLanguage();
  const list = useQuery({ queryKey: ['inboxes'], queryFn: ({ signal }) => listInboxes(signal) });
  const inboxes = list.data?.inboxes ?? [];
  const inbox = inboxes.find((one) => one.id === chosen) ?? inboxes[0];
  return (
    <Page
      wide
      title={t(consoleText.inboxes)}
      lead={t(inboxText.lead)}
      actions={
        inboxes.length > 1 && (
          <Segmented
            value={inbox?.id ?? ''}
            options={inboxes.map((one) => ({ value: one.id, label: one.name[language] }))}
            onChange={(id) => go(hrefOf(['inboxes', id]))}
          />
        )
      }
    >
      {list.isPending && (
        <Panel>
          <Waiting rows={10} />
        </Panel>
      )}
      {list.isError && <Failed error={list.error} onRetry={() => list.refetch()} />}
      {list.data && !inbox && (
        <Panel>
          <Empty title={t(inboxText.emptyTitle)}>{t(inboxText.empty)}</Empty>
        </Panel>
      )}
      {inbox && <InboxForm key={inbox.id} stored={inbox} />}
    </Page>
  );
}
