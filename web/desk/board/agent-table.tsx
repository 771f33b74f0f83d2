import { Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import type { Board } from '../../../core/protocol/views.ts';
import { boardText } from '../../../core/text/desk-board.ts';
import { fill } from '../../../core/text/fill.ts';
import { asPercent } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { PersonFace } from '../marks.tsx';
import { LoadMeter } from '../status/load-meter.tsx';
import { Presence } from '../status/presence.tsx';
import { clock, span } from '../time.ts';
import { agentsInOrder } from './figures.ts';
import { BoardEmpty, Panel } from './panel.tsx';
import '../status/status.css';

type Seat = Board['agents'][number];

const words = boardText.agents;
/** Milliseconds a customer waits for a reply before it stands out. */
const longReply = 120_000;
/** From so many on it is quicker to search. */
const many = 12;

/** Every agent in one row: what they are doing and for how long, what they carry, and who waits for them. */
export function AgentTable({ board }: { readonly board: Board }) {
  const { t } = useLanguage();
  const [search, setSearch] = useState('');
  const [withOffline, setWithOffline] = useState(false);
  const ordered = useMemo(() => agentsInOrder(board.agents), [board.agents]);
  const here = ordered.filter((one) => one.presence !== 'offline' || one.open > 0);
  const offline = ordered.length - here.length;
  const names = new Map(board.queues.map((queue) => [queue.id, t(queue.name)]));
  const wanted = search.trim().toLowerCase();
  const rows = (withOffline || wanted !== '' ? ordered : here).filter((one) =>
    one.name.toLowerCase().includes(wanted),
  );
  return (
    <Panel
      title={t(words.title)}
      count={here.length}
      className="board-agents"
      aside={
        <span className="panel-side">
          {ordered.length > many && (
            <input
              type="search"
              value={search}
              placeholder={t(words.search)}
              aria-label={t(words.search)}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
          {offline > 0 && wanted === '' && (
            <button type="button" className="link" onClick={() => setWithOffline(!withOffline)}>
              {withOffline ? t(words.hideOffline) : fill(t(words.showOffline), { count: offline })}
            </button>
          )}
        </span>
      }
    >
      {rows.length === 0 ? (
        <BoardEmpty title={t(words.empty)} help={t(words.emptyHelp)} />
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t(words.name)}</th>
              <th scope="col">{t(words.status)}</th>
              <th scope="col">{t(words.load)}</th>
              <th scope="col">{t(words.reply)}</th>
              <th scope="col">
                <Tooltip title={t(words.occupancyHelp)}>
                  <span>{t(words.occupancy)}</span>
                </Tooltip>
              </th>
              <th scope="col">{t(words.handled)}</th>
              <th scope="col">{t(words.queues)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <AgentRow key={one.id} agent={one} now={board.at} queueNames={names} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function AgentRow({
  agent,
  now,
  queueNames,
}: {
  readonly agent: Seat;
  readonly now: number;
  readonly queueNames: ReadonlyMap<string, string>;
}) {
  const { language, t } = useLanguage();
  const queues = agent.queueIds.map((id) => queueNames.get(id) ?? id).join(language === 'zh' ? '、' : ', ');
  return (
    <tr data-agent={agent.id}>
      <th scope="row">
        <span className="agent-name">
          <PersonFace name={agent.name} size={22} /> <span>{agent.name}</span>
        </span>
      </th>
      <td data-label={t(words.status)}>
        <span className="agent-status">
          <Presence of={agent} />
          {agent.presence !== 'offline' && agent.presenceSince > 0 && (
            <span className="soft">{span(now - agent.presenceSince, language)}</span>
          )}
        </span>
      </td>
      <td data-label={t(words.load)}>
        <LoadMeter of={agent} />
      </td>
      <td
        data-label={t(words.reply)}
        className={
          agent.longestReplyWaitMs >= longReply
            ? 'cell-alert'
            : agent.longestReplyWaitMs > 0
              ? 'cell-strong'
              : 'cell-faint'
        }
      >
        {agent.longestReplyWaitMs > 0 ? clock(agent.longestReplyWaitMs) : '—'}
      </td>
      <td data-label={t(words.occupancy)}>{agent.occupancy === null ? '—' : asPercent(agent.occupancy)}</td>
      <td data-label={t(words.handled)}>{agent.handledToday}</td>
      <td data-label={t(words.queues)} className="agent-queues" title={queues}>
        {queues || '—'}
      </td>
    </tr>
  );
}
