import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Tag } from 'antd';
import { useRef, useState } from 'react';
import type { ProposalRow, ProposalState } from '../../../../core/protocol/drafts.ts';
import type { Colleague } from '../../../../core/protocol/views.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { knowledgeText } from '../../../../core/text/console-knowledge.ts';
import { reviewText } from '../../../../core/text/console-review.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Page } from '../../frame/page.tsx';
import { go, hrefOf, useRoute } from '../../frame/route.ts';
import { Empty, Failed, Waiting } from '../../frame/states.tsx';
import { When } from '../../frame/when.tsx';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import '../articles.css';
import { listProposals } from './calls.ts';
import { useKeys } from './use-keys.ts';

const states = ['waiting', 'accepted', 'merged', 'rejected'] as const;

/** The list: how many asked, when last, in which language. What is chosen stands in the address. */
export function ProposalListPage({ me }: { readonly me: Colleague }) {
  const { t } = useLanguage();
  const { query } = useRoute();
  const state: ProposalState = states.find((one) => one === query.get('state')) ?? 'waiting';
  const language = (['zh', 'en'] as const).find((one) => one === query.get('language')) as
    | Language
    | undefined;
  const list = useQuery({
    queryKey: ['articles', 'proposals', state, language],
    queryFn: ({ signal }) => listProposals(state, language, signal),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.proposals ?? [];
  const [at, setAt] = useState(0);
  const place = Math.min(at, Math.max(0, rows.length - 1));
  const hrefWith = (next: { state?: string | undefined; language?: string | undefined }) =>
    hrefOf(['knowledge', 'review'], { state, language, ...next });
  const links = useRef<HTMLOListElement>(null);
  // The keyboard goes along, so that the row is also heard, and Enter opens it wherever it was reached from.
  const choose = (next: number) => {
    setAt(next);
    links.current?.querySelectorAll<HTMLElement>('.proposal-row')[next]?.focus();
  };
  useKeys({
    j: () => choose(Math.min(rows.length - 1, place + 1)),
    k: () => choose(Math.max(0, place - 1)),
    enter: rows[place] && (() => go(hrefOf(['knowledge', 'review', rows[place]!.id]))),
  });
  const isFirst = state === 'waiting';
  return (
    <Page title={t(consoleText.knowledge)} lead={t(reviewText.lead)}>
      <KnowledgeTabs page="review" me={me} />
      <section className="panel list-panel">
        <nav className="status-tabs" aria-label={t(reviewText.state)}>
          {states.map((one) => (
            <a key={one} href={hrefWith({ state: one })} aria-current={one === state ? 'true' : undefined}>
              {t(reviewText[one])}
              {list.data && (
                <span
                  className={`tab-count figure${one === 'waiting' && list.data.counts.waiting > 0 ? ' waiting' : ''}`}
                >
                  {list.data.counts[one]}
                </span>
              )}
            </a>
          ))}
        </nav>
        <div className="filters">
          <Select
            aria-label={t(knowledgeText.language)}
            value={language ?? ''}
            onChange={(value) => go(hrefWith({ language: value }), 'replace')}
            options={[
              { value: '', label: t(knowledgeText.allLanguages) },
              { value: 'zh', label: t(consoleText.chinese) },
              { value: 'en', label: t(consoleText.english) },
            ]}
          />
          {rows.length > 1 && <span className="soft review-keys">{t(reviewText.listKeys)}</span>}
        </div>
        {list.isPending && (
          <div className="list-waiting">
            <Waiting rows={6} />
          </div>
        )}
        {list.isError && <Failed error={list.error} onRetry={() => list.refetch()} />}
        {rows.length > 0 && (
          <ol className="proposals" ref={links}>
            {rows.map((row, index) => (
              <Row key={row.id} row={row} isChosen={index === place} />
            ))}
          </ol>
        )}
        {list.data && rows.length === 0 && (
          <Empty title={t(isFirst ? reviewText.emptyWaitingTitle : reviewText.emptyTitle)}>
            {t(isFirst ? reviewText.emptyWaiting : reviewText.empty)}
          </Empty>
        )}
      </section>
    </Page>
  );
}

function Row({ row, isChosen }: { readonly row: ProposalRow; readonly isChosen: boolean }) {
  const { t } = useLanguage();
  return (
    <li data-chosen={isChosen || undefined}>
      <a href={hrefOf(['knowledge', 'review', row.id])} className="proposal-row">
        <span className="proposal-title" lang={row.language}>
          {row.title}
        </span>
        <span className="proposal-facts soft">
          <Tag variant="filled">{t(reviewText[row.kind])}</Tag>
          {row.isRejectedBefore && (
            <Tag variant="filled" color="orange">
              {t(reviewText.rejectedBefore)}
            </Tag>
          )}
          <span className="figure">{fill(t(reviewText.conversations), { count: row.conversations })}</span>
          <span>{t(row.language === 'zh' ? consoleText.chinese : consoleText.english)}</span>
          <span>
            {t(reviewText.newest)} <When at={row.newestAt} />
          </span>
        </span>
      </a>
    </li>
  );
}
