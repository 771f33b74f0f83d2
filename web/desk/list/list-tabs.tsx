import { EllipsisOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import type { countsOf, View } from './views.ts';

type Counts = ReturnType<typeof countsOf>;

/** As many tabs as stand side by side; the rest is behind the dots. */
const mostTabs = 4;

/** Where one helps, and what calls for a supervisor, have a tab as soon as there is something in them. */
export function tabsOf(
  counts: Counts,
  isLead: boolean,
): { readonly tabs: readonly View[]; readonly more: readonly View[] } {
  const all: View[] = [
    'waiting',
    'mine',
    ...(isLead && counts.alerts > 0 ? (['alerts'] as const) : []),
    ...(counts.helping > 0 ? (['helping'] as const) : []),
    'assistant',
    'resolved',
  ];
  const rest = (['helping', ...(isLead ? (['alerts'] as const) : []), 'open'] as View[]).filter(
    (view) => !all.includes(view),
  );
  return { tabs: all.slice(0, mostTabs), more: [...all.slice(mostTabs), ...rest] };
}

const urgent: readonly View[] = ['waiting', 'alerts'];

/** Who waits is counted one by one; of what nobody has to look after a hundred are many, and the tabs need the room. */
const shownCount = (view: View, count: number) =>
  count > 99 && !urgent.includes(view) ? '99+' : String(count);

/** The views of the list with their counts. */
export function ListTabs({
  view,
  onView,
  counts,
  isLead,
}: {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly counts: Counts;
  readonly isLead: boolean;
}) {
  const { t } = useLanguage();
  const { tabs, more } = tabsOf(counts, isLead);
  const count = (one: View) => (one === 'resolved' ? null : counts[one]);
  const inMore = more.includes(view);
  return (
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
            {count(tab) !== null && (
              <span className={urgent.includes(tab) && count(tab) !== 0 ? 'count count-now' : 'count'}>
                {shownCount(tab, count(tab) ?? 0)}
              </span>
            )}
          </button>
        ))}
      </div>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [view],
          items: more.map((one) => ({ key: one, label: `${t(deskText.views[one])}  ${count(one) ?? ''}` })),
          onClick: ({ key }) => onView(key as View),
        }}
      >
        <button
          type="button"
          className={inMore ? 'tab tab-selected' : 'tab'}
          aria-label={t(deskText.views.more)}
        >
          {inMore ? t(deskText.views[view]) : <EllipsisOutlined />}
        </button>
      </Dropdown>
    </div>
  );
}
