import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { type RefObject, useMemo } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import type { QueueFilter } from './groups.ts';
import { ListTabs } from './list-tabs.tsx';
import { QueueFilterBar } from './queue-filter.tsx';
import { Rows } from './rows.tsx';
import { useResolvedPages } from './use-resolved-pages.ts';
import type { Found } from './use-rows.ts';
import { countsOf, rowsOf, type View } from './views.ts';

/** The list of conversations: views with their counts, search, and the rows. */
export function ListColumn({
  view,
  onView,
  filter,
  onFilter,
  search,
  onSearch,
  searchInput,
  selected,
  onOpen,
  found,
}: {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly searchInput: RefObject<HTMLInputElement | null>;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  readonly found: Found;
}) {
  const { t } = useLanguage();
  const { rows, searching, searchError } = found;
  const list = useDesk((state) => state.list);
  const summaries = useDesk((state) => state.summaries);
  const me = useDesk((state) => state.me);
  const desk = useDeskStore();
  const counts = useMemo(() => countsOf(summaries.values(), me.id), [summaries, me.id]);
  const waiting = useMemo(() => rowsOf(summaries.values(), 'waiting', me.id), [summaries, me.id]);
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
          <ListTabs view={view} onView={onView} counts={counts} isLead={me.role !== 'agent'} />
        ) : (
          <p className="found" aria-live="polite">
            {searching ? '…' : fill(t(deskText.list.results), { count: rows.length })}
          </p>
        )}
        {search === '' && view === 'waiting' && (
          <QueueFilterBar waiting={waiting} filter={filter} onFilter={onFilter} />
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
        <Rows found={found} selected={selected} onOpen={onOpen} onEnd={resolved.more} />
      )}
    </nav>
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
