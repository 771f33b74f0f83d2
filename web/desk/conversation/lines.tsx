import { memo } from 'react';
import type { ConversationEvent, EventOf } from '../../../core/terms/event.ts';
import { useLanguage } from '../../ui/language.ts';
import { ReasonChips } from '../reason-chips.tsx';
import { useQueues } from '../routing/use-queues.ts';
import { useDesk } from '../store/use-desk.ts';
import { fullStamp, timeOfDay } from '../time.ts';
import { Explanation } from './explanation.tsx';
import type { Item } from './items.ts';
import { sentenceOf, wordsOf } from './line-words.ts';

/** That the customer asked is what the line itself says, so its chip would only repeat it. */
function reasonsBeside(event: EventOf<'handoff-requested'>) {
  return event.body.reasons.filter(
    (reason) => event.body.by !== 'contact' || reason.code !== 'customer-asked',
  );
}

/** How loud a line is: a change of owner, something that needs somebody, or a step in between. */
function toneOf(kind: ConversationEvent['kind']): string {
  if (kind === 'assigned' || kind === 'transferred') return ' line-human';
  if (kind === 'sla-breached' || kind === 'supervisor-alerted') return ' line-alert';
  return kind === 'offered' || kind === 'offer-ended' || kind === 'sla-warned' ? ' line-quiet' : '';
}

/** A visible line where something changed: who holds the conversation, and why. */
export const Line = memo(function Line({ item }: { readonly item: Extract<Item, { kind: 'line' }> }) {
  const { language, t } = useLanguage();
  const queues = useQueues();
  const colleagues = useDesk((state) => state.colleagues);
  const { event } = item;
  const sentence = sentenceOf(event, t, language, {
    queue: (id) => {
      const queue = queues.find((one) => one.id === id);
      return queue ? t(queue.name) : null;
    },
    colleague: (id) => colleagues.get(id)?.name ?? null,
  });
  if (sentence === null) return null;
  const words = wordsOf(event, t);
  return (
    <div className={`line${toneOf(event.kind)}`} data-kind={event.kind}>
      <p>
        <span>{sentence}</span>
        <time dateTime={new Date(event.at).toISOString()} title={fullStamp(event.at, language)}>
          {timeOfDay(event.at, language)}
        </time>
        {event.kind === 'handoff-requested' && <ReasonChips reasons={reasonsBeside(event)} opens />}
        {item.decided && <Explanation decided={item.decided} />}
      </p>
      {words !== '' && <p className="line-words">{event.kind === 'rated' ? `“${words}”` : words}</p>}
    </div>
  );
});
