import { CloseCircleFilled, EllipsisOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Dropdown, Skeleton } from 'antd';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { Row, rowHeight } from './row.tsx';
import { countsOf, rowsOf, type View } from './views.ts';

const tabs: readonly View[] = ['waiting', 'mine', 'assistant', 'resolved'];

/** The rows that the list shows now, for the keyboard too. Searching looks through everything, open and resolved. */
export function useRows(view: View, search: string) {
  const desk = useDeskStore();
  const summaries = useDesk((state) => state.summaries);
  const me = useDesk((state) => state.me);
  const found = useQuery({
    queryKey: ['search', search],
    enabled: search !== '',
    queryFn: async ({ signal }) => {
      const [open, resolved] = await Promise.all([
        desk.findPage('open', undefined, search, signal),
        desk.findPage('resolved', undefined, search, signal),
      ]);
      return [...open.conversations, ...resolved.conversations].map((one) => one.id);
    },
  });
  const rows = useMemo(() => {
    if (search === '') return rowsOf(summaries.values(), view, me.id);
    const ids = [...new Set(found.data ?? [])];
    return ids.map((id) => summaries.get(id)).filter((one) => one !== undefined);
  }, [summaries, view, me.id, search, found.data]);
  return {
    rows,
    searching: search !== '' && found.isPending,
    searchError: search !== '' ? found.error : null,
  };
}

/** The list of conversations: views with their counts, search, and the rows. */
export function ListColumn({
  view,
  onView,
  search,
  onSearch,
  searchInput,
  selected,
  onOpen,
  found,
}: {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly searchInput: RefObject<HTMLInputElement | null>;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  readonly found: ReturnType<typeof useRows>;
}) {
  const { t } = useLanguage();
  const { rows, searching, searchError } = found;
  const list = useDesk((state) => state.list);
  const summaries = useDesk((state) => state.summaries);
  const me = useDesk((state) => state.me);
  const desk = useDeskStore();
  const counts = useMemo(() => countsOf(summaries.values(), me.id), [summaries, me.id]);
  const resolved = useResolvedPages(view === 'resolved' && search === '');
  const failure = typeof list === 'object' ? list.error : (searchError ?? resolved.error);
  const loading =
    (list === 'loading' && rows.length === 0) || searching || (resolved.loading && rows.length === 0);

  return (
    <nav className="column-list" aria-label={t(deskText.app.list)}>
      <div className="list-head">
        <div className="search">
          <SearchOutlined aria-hidden="true" />
          <input
            ref={searchInput}
            type="search"
            value={search}
            placeholder={t(deskText.list.search)}
            aria-label={t(deskText.list.search)}
            onChange={(event) => onSearch(event.target.value)}
          />
          {search !== '' && (
            <button
              type="button"
              className="plain"
              aria-label={t(deskText.list.clear)}
              onClick={() => onSearch('')}
            >
              <CloseCircleFilled />
            </button>
          )}
        </div>
        {search === '' ? (
          <div className="tabs">
            <div role="tablist" aria-label={t(deskText.views.label)}>
              {tabs.map((tab) => (
                <button
                  key={tab}
                  type="button"
                  role="tab"
                  aria-selected={view === tab}
                  className={view === tab ? 'tab tab-selected' : 'tab'}
                  onClick={() => onView(tab)}
                >
                  {t(deskText.views[tab])}
                  {tab !== 'resolved' && (
                    <span className={tab === 'waiting' && counts.waiting > 0 ? 'count count-now' : 'count'}>
                      {counts[tab]}
                    </span>
                  )}
                </button>
              ))}
            </div>
            <Dropdown
              trigger={['click']}
              menu={{
                selectedKeys: [view],
                items: [{ key: 'open', label: `${t(deskText.views.open)}  ${counts.open}` }],
                onClick: () => onView('open'),
              }}
            >
              <button
                type="button"
                className={view === 'open' ? 'tab tab-selected' : 'tab'}
                aria-label={t(deskText.views.more)}
              >
                {view === 'open' ? t(deskText.views.open) : <EllipsisOutlined />}
              </button>
            </Dropdown>
          </div>
        ) : (
          <p className="found" aria-live="polite">
            {searching ? '…' : fill(t(deskText.list.results), { count: rows.length })}
          </p>
        )}
      </div>
      {failure !== null && failure !== undefined && (
        <div className="list-failure" role="alert">
          <p>{errorSentence(failure).message}</p>
          <p className="soft">
            {t(deskText.app.code)} {errorSentence(failure).code}
          </p>
          <Button size="small" onClick={() => void desk.loadOpen()}>
            {t(deskText.app.retry)}
          </Button>
        </div>
      )}
      {loading && (failure === null || failure === undefined) ? (
        <div className="list-skeleton" aria-busy="true">
          {[70, 45, 60, 52, 66, 40].map((width) => (
            <Skeleton
              key={width}
              active
              avatar={{ size: 22 }}
              title={{ width: `${width}%` }}
              paragraph={{ rows: 1 }}
            />
          ))}
        </div>
      ) : rows.length === 0 && !failure ? (
        <EmptyList view={view} search={search} />
      ) : (
        <Rows rows={rows} selected={selected} onOpen={onOpen} onEnd={resolved.more} />
      )}
    </nav>
  );
}

/** Resolved conversations come page by page, as far as the reader scrolls. */
function useResolvedPages(wanted: boolean) {
  const desk = useDeskStore();
  const [next, setNext] = useState<string | null | undefined>(undefined);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const load = async (before: string | undefined) => {
    setLoading(true);
    try {
      setNext((await desk.loadPage('resolved', before)) ?? null);
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      setLoading(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: loads once, when the view is first wanted
  useEffect(() => {
    if (wanted && next === undefined && !loading) void load(undefined);
  }, [wanted]);
  return {
    loading: wanted && (loading || next === undefined) && error === null,
    error: wanted ? error : null,
    more: () => {
      if (wanted && typeof next === 'string' && !loading) void load(next);
    },
  };
}

function Rows({
  rows,
  selected,
  onOpen,
  onEnd,
}: {
  readonly rows: readonly ConversationSummary[];
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  readonly onEnd: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(rows[index]!),
    getItemKey: (index) => rows[index]!.id,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const heights = rows.map(rowHeight).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows changed height, so the places must be counted again
  useEffect(() => virtual.measure(), [heights]);
  const index = rows.findIndex((row) => row.id === selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls, never an arriving message
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [selected]);
  const last = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the end comes into view
  useEffect(() => {
    if (last >= rows.length - 5) onEnd();
  }, [last, rows.length]);
  return (
    <div className="rows" ref={scroller}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const summary = rows[item.index]!;
          return (
            <div key={item.key} className="row-place" style={{ transform: `translateY(${item.start}px)` }}>
              <Row summary={summary} selected={summary.id === selected} onOpen={onOpen} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function EmptyList({ view, search }: { readonly view: View; readonly search: string }) {
  const { t } = useLanguage();
  if (search !== '') {
    return (
      <div className="empty">
        <p>{fill(t(deskText.list.noResults), { text: search })}</p>
        <p className="soft">{t(deskText.list.noResultsHelp)}</p>
      </div>
    );
  }
  return (
    <div className="empty">
      <p>{t(deskText.list.empty[view])}</p>
      <p className="soft">{t(deskText.list.emptyHelp[view])}</p>
    </div>
  );
}
