import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { useLanguage } from '../../ui/language.ts';
import { useQueues } from '../routing/use-queues.ts';
import type { QueueFilter } from './groups.ts';

/** The stored word of a filter, and back. */
export const filterWord = (filter: QueueFilter) =>
  typeof filter === 'string' ? filter : `queue:${filter.queueId}`;
export function filterOf(word: string): QueueFilter {
  if (word.startsWith('queue:')) return { queueId: word.slice('queue:'.length) };
  return word === 'left' ? 'left' : 'all';
}

/** One tap narrows the waiting list to a queue, or to messages and callbacks. Absent while there is nothing to choose. */
export function QueueFilterBar({
  waiting,
  filter,
  onFilter,
}: {
  readonly waiting: readonly ConversationSummary[];
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
}) {
  const { t } = useLanguage();
  const queues = useQueues();
  const left = waiting.filter((one) => one.leftMessage !== null).length;
  const filled = queues
    .map((queue) => ({ queue, count: waiting.filter((one) => one.queueId === queue.id).length }))
    .filter(({ queue, count }) => count > 0 || filterWord(filter) === `queue:${queue.id}`);
  if (filter === 'all' && filled.length < 2 && left === 0) return null;
  const choices: readonly { readonly filter: QueueFilter; readonly label: string; readonly count: number }[] =
    [
      { filter: 'all', label: t(routingText.queue.all), count: waiting.length },
      ...filled.map(({ queue, count }) => ({ filter: { queueId: queue.id }, label: t(queue.name), count })),
      ...(left > 0 || filter === 'left'
        ? [{ filter: 'left' as const, label: t(routingText.queue.left), count: left }]
        : []),
    ];
  return (
    <fieldset className="queue-filter" aria-label={t(routingText.queue.filter)}>
      {choices.map((choice) => (
        <button
          key={filterWord(choice.filter)}
          type="button"
          aria-pressed={filterWord(choice.filter) === filterWord(filter)}
          onClick={() => onFilter(choice.filter)}
        >
          {choice.label} <span>{choice.count}</span>
        </button>
      ))}
    </fieldset>
  );
}
