import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Board } from '../../../core/protocol/views.ts';
import { boardText } from '../../../core/text/desk-board.ts';
import { fill } from '../../../core/text/fill.ts';
import { asPercent } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { clock, dayOf, sameDay, timeOfDay } from '../time.ts';
import { atTheScreen, troubleOf } from './figures.ts';
import { BoardEmpty, Panel } from './panel.tsx';

type Queue = Board['queues'][number];

const words = boardText.queues;

/** Every queue in one row; on a phone in one card. */
export function QueueTable({ queues, now }: { readonly queues: readonly Queue[]; readonly now: number }) {
  const { t } = useLanguage();
  return (
    <Panel title={t(words.title)} count={queues.length} className="board-queues">
      {queues.length === 0 ? (
        <BoardEmpty title={t(words.empty)} help={t(words.emptyHelp)} />
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t(words.name)}</th>
              <th scope="col">{t(words.waiting)}</th>
              <th scope="col">{t(words.longest)}</th>
              <th scope="col">{t(words.seats)}</th>
              <th scope="col">{t(words.handling)}</th>
              <th scope="col">{t(words.estimate)}</th>
              <th scope="col">{t(words.within)}</th>
              <th scope="col">{t(words.today)}</th>
              <th scope="col">{t(words.left)}</th>
              <th scope="col">{t(words.breaches)}</th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <QueueRow key={queue.id} queue={queue} now={now} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function QueueRow({ queue, now }: { readonly queue: Queue; readonly now: number }) {
  const { t } = useLanguage();
  const trouble = troubleOf(queue);
  const { today } = queue;
  return (
    <tr className={trouble ? `queue-${trouble}` : undefined} data-queue={queue.id}>
      <th scope="row">
        <span className="queue-name">{t(queue.name)}</span>
        <Remarks queue={queue} now={now} />
      </th>
      <Cell label={t(words.waiting)} tone={atTheScreen(queue) > 0 ? 'strong' : 'faint'}>
        {atTheScreen(queue)}
      </Cell>
      <Cell label={t(words.longest)} tone={atTheScreen(queue) > 0 ? 'strong' : 'faint'}>
        {queue.longestWaitMs > 0 ? clock(queue.longestWaitMs) : '—'}
      </Cell>
      <Cell label={t(words.seats)} tone={queue.free === 0 && atTheScreen(queue) > 0 ? 'alert' : undefined}>
        {queue.free} / {queue.online}
      </Cell>
      <Cell label={t(words.handling)}>{queue.handling}</Cell>
      <Cell label={t(words.estimate)}>
        {queue.estimate
          ? fill(t(words.upTo), { from: clock(queue.estimate.fromMs), to: clock(queue.estimate.toMs) })
          : t(words.noEstimate)}
      </Cell>
      <Cell label={t(words.within)}>
        <Tooltip
          title={today.medianWaitMs === null ? undefined : `${t(words.median)} ${clock(today.medianWaitMs)}`}
        >
          <span>{today.within30s === null ? '—' : asPercent(today.within30s)}</span>
        </Tooltip>
      </Cell>
      <Cell label={t(words.today)}>
        {today.connected} / {today.handedOver}
      </Cell>
      <Cell label={t(words.left)}>{today.left}</Cell>
      <Cell label={t(words.breaches)} tone={today.breaches > 0 ? 'alert' : undefined}>
        {today.breaches}
      </Cell>
    </tr>
  );
}

/** A figure; `data-label` names it where the row is a card. */
function Cell({
  label,
  tone,
  children,
}: {
  readonly label: string;
  readonly tone?: 'strong' | 'faint' | 'alert';
  readonly children: ReactNode;
}) {
  return (
    <td data-label={label} className={tone ? `cell-${tone}` : undefined}>
      {children}
    </td>
  );
}

function Remarks({ queue, now }: { readonly queue: Queue; readonly now: number }) {
  const { language, t } = useLanguage();
  const trouble = troubleOf(queue);
  const opens =
    trouble === 'closed' && queue.opensAt !== null
      ? fill(t(words.opens), {
          time: `${sameDay(queue.opensAt, now) ? '' : `${dayOf(queue.opensAt, now, language)} `}${timeOfDay(queue.opensAt, language)}`,
        })
      : null;
  const notes = [
    queue.offered > 0 ? fill(t(words.offered), { count: queue.offered }) : null,
    queue.leftMessages > 0 ? fill(t(words.messages), { count: queue.leftMessages }) : null,
  ].filter((one) => one !== null);
  return (
    <span className="queue-remarks">
      {trouble && (
        <span className={`remark remark-${trouble}`}>
          {t(words[trouble])}
          {opens && ` · ${opens}`}
        </span>
      )}
      {notes.map((note) => (
        <span key={note} className="soft">
          {note}
        </span>
      ))}
    </span>
  );
}
