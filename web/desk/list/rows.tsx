import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { GroupHead, groupHeadHeight } from './group-head.tsx';
import type { Group } from './groups.ts';
import { Row, rowHeight } from './row.tsx';
import type { Found } from './use-rows.ts';

type Entry = { readonly group: Group } | { readonly row: ConversationSummary };

function entriesOf({ rows, groups }: Found): readonly Entry[] {
  if (!groups) return rows.map((row) => ({ row }));
  return groups.flatMap((group) => [{ group }, ...group.rows.map((row) => ({ row }))]);
}

const heightOf = (entry: Entry) => ('group' in entry ? groupHeadHeight : rowHeight(entry.row));
const keyOf = (entry: Entry) => ('group' in entry ? `head ${entry.group.key}` : entry.row.id);

/** The rows that are in view, under their heads; the list never moves by itself. */
export function Rows({
  found,
  selected,
  onOpen,
  onEnd,
}: {
  readonly found: Found;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  readonly onEnd: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(found), [found]);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(entries[index]!),
    getItemKey: (index) => keyOf(entries[index]!),
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const heights = entries.map(heightOf).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows changed height, so the places must be counted again
  useEffect(() => virtual.measure(), [heights]);
  const index = entries.findIndex((entry) => 'row' in entry && entry.row.id === selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls, never an arriving message
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [selected]);
  const last = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the end comes into view
  useEffect(() => {
    if (last >= entries.length - 5) onEnd();
  }, [last, entries.length]);
  return (
    <div className="rows" ref={scroller}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const entry = entries[item.index]!;
          return (
            <div key={item.key} className="row-place" style={{ transform: `translateY(${item.start}px)` }}>
              {'group' in entry ? (
                <GroupHead group={entry.group} />
              ) : (
                <Row summary={entry.row} selected={entry.row.id === selected} onOpen={onOpen} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
