import { ExperimentOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input, Pagination, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import type { ArticleStatus } from '../../../core/terms/article.ts';
import type { Language } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { Marks } from '../../ui/marked.tsx';
import { dues, listArticles } from '../calls.ts';
import { Page } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { go, hrefOf, useRoute } from '../frame/route.ts';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { ArticleList } from './article-list.tsx';
import { KnowledgeTabs } from './knowledge-tabs.tsx';
import { MoreFilters, moreFilterNames } from './more-filters.tsx';
import { TryPanel } from './try-panel.tsx';
import './articles.css';
import './try.css';

const statuses = ['published', 'review', 'draft', 'expired', 'archived'] as const;
const pageSize = 20;
const noMarks: readonly string[] = [];

const emptyWords = {
  published: [knowledgeText.emptyPublishedTitle, knowledgeText.emptyPublished],
  draft: [knowledgeText.emptyDraftTitle, knowledgeText.emptyDraft],
  review: [knowledgeText.emptyReviewTitle, knowledgeText.emptyReview],
  expired: [knowledgeText.emptyExpiredTitle, knowledgeText.emptyExpired],
  archived: [knowledgeText.emptyArchivedTitle, knowledgeText.emptyArchived],
} as const;

/** The list of articles. What is chosen stands in the address, so that going back finds the same list. */
export default function KnowledgePage({ me }: { readonly me: Colleague }) {
  const { t } = useLanguage();
  const { query } = useRoute();
  const [trying, setTrying] = useState(false);

  const filter = {
    status: statuses.find((one) => one === query.get('status')) ?? ('published' as ArticleStatus),
    language: (['zh', 'en'] as const).find((one) => one === query.get('language')) as Language | undefined,
    topic: query.get('topic') ?? undefined,
    search: query.get('search') ?? undefined,
    audience: (['everyone', 'staff'] as const).find((one) => one === query.get('audience')),
    due: dues.find((one) => one === query.get('due')),
    ownerId: query.get('ownerId') ?? undefined,
    product: query.get('product') ?? undefined,
    inboxId: query.get('inboxId') ?? undefined,
    page: Math.max(1, Number(query.get('page')) || 1),
  };
  const list = useQuery({
    queryKey: ['articles', filter],
    queryFn: ({ signal }) => listArticles(filter, signal),
    placeholderData: keepPreviousData,
  });

  function hrefWith(changes: Partial<Record<keyof typeof filter, string | undefined>>) {
    const next = { ...filter, page: undefined, ...changes };
    return hrefOf(['knowledge'], { ...next, page: next.page === '1' ? undefined : next.page });
  }
  const change = (changes: Parameters<typeof hrefWith>[0]) => go(hrefWith(changes), 'replace');

  const counts = list.data?.counts;
  const filtered = Boolean(
    filter.language || filter.topic || filter.search || moreFilterNames.some((name) => filter[name]),
  );
  const [emptyTitle, emptyBody] = emptyWords[filter.status];
  return (
    <Page
      title={t(consoleText.knowledge)}
      lead={t(knowledgeText.lead)}
      actions={
        <>
          <Button icon={<ExperimentOutlined aria-hidden="true" />} onClick={() => setTrying(true)}>
            {t(knowledgeText.tryIt)}
          </Button>
          {may(me.role, 'supervisor') && (
            <Button icon={<ImportOutlined aria-hidden="true" />} href={hrefOf(['knowledge', 'imports'])}>
              {t(knowledgeText.import)}
            </Button>
          )}
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden="true" />}
            href={hrefOf(['knowledge', 'new'])}
          >
            {t(knowledgeText.newArticle)}
          </Button>
        </>
      }
    >
      <KnowledgeTabs page="" me={me} />
      <section className="panel list-panel">
        <nav className="status-tabs" aria-label={t(knowledgeText.status)}>
          {statuses.map((status) => (
            <a
              key={status}
              href={hrefWith({ status })}
              aria-current={status === filter.status ? 'true' : undefined}
            >
              {t(knowledgeText[status])}
              {counts && (
                <span
                  className={`tab-count figure${status === 'review' && counts.review > 0 ? ' waiting' : ''}`}
                >
                  {counts[status]}
                </span>
              )}
            </a>
          ))}
        </nav>
        <div className="filters">
          <SearchBox value={filter.search ?? ''} onSearch={(search) => change({ search })} />
          <Select
            aria-label={t(knowledgeText.topic)}
            value={filter.topic ?? ''}
            onChange={(topic) => change({ topic })}
            showSearch
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t(knowledgeText.allTopics) },
              ...(list.data?.topics ?? []).map((topic) => ({ value: topic, label: topic })),
            ]}
          />
          <Select
            aria-label={t(knowledgeText.language)}
            value={filter.language ?? ''}
            onChange={(language) => change({ language })}
            options={[
              { value: '', label: t(knowledgeText.allLanguages) },
              { value: 'zh', label: t(consoleText.chinese) },
              { value: 'en', label: t(consoleText.english) },
            ]}
          />
          <MoreFilters filter={filter} products={list.data?.products ?? []} me={me} onChange={change} />
        </div>
        {list.isPending && (
          <div className="list-waiting">
            <Waiting rows={8} />
          </div>
        )}
        {list.isError && <Failed error={list.error} onRetry={() => list.refetch()} />}
        {list.data && list.data.articles.length > 0 && (
          <>
            {list.data.meant !== undefined && (
              <p className="soft also-meant">
                {fill(t(knowledgeText.alsoMeant), { meant: list.data.meant })}
              </p>
            )}
            <Marks value={list.data.marks ?? noMarks}>
              <ArticleList articles={list.data.articles} stale={list.isPlaceholderData} />
            </Marks>
            <div className="list-foot">
              <span className="figure soft">{fill(t(knowledgeText.total), { count: list.data.total })}</span>
              {list.data.total > pageSize && (
                <Pagination
                  current={filter.page}
                  total={list.data.total}
                  pageSize={pageSize}
                  showSizeChanger={false}
                  onChange={(page) => change({ page: String(page) })}
                />
              )}
            </div>
          </>
        )}
        {list.data && list.data.articles.length === 0 && filtered && (
          <Empty
            title={t(knowledgeText.nothingFoundTitle)}
            action={
              <Button onClick={() => go(hrefOf(['knowledge'], { status: filter.status }), 'replace')}>
                {t(knowledgeText.clearFilters)}
              </Button>
            }
          >
            {t(knowledgeText.nothingFound)}
          </Empty>
        )}
        {list.data && list.data.articles.length === 0 && !filtered && (
          <Empty title={t(emptyTitle)}>{t(emptyBody)}</Empty>
        )}
      </section>
      <Drawer
        open={trying}
        onClose={() => setTrying(false)}
        title={t(learningText.tryTitle)}
        size="min(480px, 100vw)"
        destroyOnHidden
      >
        <TryPanel />
      </Drawer>
    </Page>
  );
}

/** Looks up 300 ms after the last keystroke; composing pinyin looks up nothing. */
function SearchBox({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (text: string) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (composing || text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text, value, composing, onSearch]);
  return (
    <Input.Search
      className="search"
      allowClear
      aria-label={t(knowledgeText.search)}
      placeholder={t(knowledgeText.search)}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(searched) => onSearch(searched.trim())}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
