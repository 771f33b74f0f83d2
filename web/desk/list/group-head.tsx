import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { useQueues } from '../routing/use-queues.ts';
import { clock } from '../time.ts';
import type { Group } from './groups.ts';

/** CSS pixels, fixed so that the list never moves by itself. */
export const groupHeadHeight = 30;

/** A queue's name, how many stand in it, and how long the first has waited. */
export function GroupHead({ group }: { readonly group: Group }) {
  const { t } = useLanguage();
  const now = useNow();
  const queue = useQueues().find((one) => one.id === group.queueId);
  const name =
    group.queueId === null
      ? t(routingText.queue.alerts)
      : queue
        ? t(queue.name)
        : t(routingText.queue.unknown);
  return (
    <h2
      className={`group-head${group.queueId === null ? ' group-alerts' : ''}`}
      style={{ height: groupHeadHeight }}
    >
      <span className="group-name">{name}</span>
      <span className="count">{group.rows.length}</span>
      {queue && !queue.isOpen && <span className="group-closed">{t(routingText.queue.closed)}</span>}
      {queue?.isOpen && queue.online === 0 && (
        <span className="group-closed">{t(routingText.queue.nobody)}</span>
      )}
      {group.longestSince !== null && (
        <span className="group-longest">
          {fill(t(routingText.queue.longest), { time: clock(now - group.longestSince) })}
        </span>
      )}
    </h2>
  );
}
