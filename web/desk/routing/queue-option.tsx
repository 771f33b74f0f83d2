import { InboxOutlined } from '@ant-design/icons';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import type { QueueView } from './use-queues.ts';

const words = routingText.queue;

/** A queue to choose: whether it is open, who waits there and who serves it. */
export function QueueOption({
  queue,
  isHere,
  chosen,
  id,
  onChoose,
}: {
  readonly queue: QueueView;
  /** The conversation waited here last. */
  readonly isHere: boolean;
  readonly chosen: boolean;
  readonly id?: string;
  readonly onChoose: () => void;
}) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={chosen}
      className="colleague queue-option"
      onClick={onChoose}
    >
      <span className="queue-mark" aria-hidden="true">
        <InboxOutlined />
      </span>
      <span className="colleague-name">
        {t(queue.name)}
        {isHere && <span className="soft"> {t(routingText.transfer.here)}</span>}
      </span>
      <span className="soft">
        {!queue.isOpen
          ? t(words.closed)
          : queue.online === 0
            ? t(words.nobody)
            : fill(t(words.online), { count: queue.online })}
      </span>
      <span className="colleague-load soft">{fill(t(words.waiting), { count: queue.waiting })}</span>
    </button>
  );
}
