import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { Board, ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { boardText } from '../../../core/text/desk-board.ts';
import { alertWord, routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { contactName } from '../contact-name.ts';
import { useDeskPolicy } from '../desk-policy.tsx';
import { MoodMark, PersonFace } from '../marks.tsx';
import { countdown, sentenceOf } from '../sla/sla-words.ts';
import { mostUrgent, standingOf } from '../sla/standing.ts';
import { clock, dayOf, sameDay, timeOfDay } from '../time.ts';
import { inKeptOrder } from './figures.ts';
import { BoardEmpty, Panel } from './panel.tsx';
import { WhisperDialog } from './whisper-dialog.tsx';
import { deskPathOf, deskWindow } from './windows.ts';
import '../sla/sla.css';

const words = boardText.people;
/** Rows beyond these are counted. */
const most = 60;

/** Who needs somebody, the most urgent first. While the pointer rests on the list no row moves under it. */
export function PeopleList({ board }: { readonly board: Board }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [whisperTo, setWhisperTo] = useState<ConversationSummary | null>(null);
  const [resting, setResting] = useState(false);
  const shown = useRef<readonly string[]>([]);
  const rows = (resting ? inKeptOrder(board.conversations, shown.current) : board.conversations).slice(
    0,
    most,
  );
  shown.current = rows.map(({ id }) => id);
  const hidden = board.conversations.length - rows.length;

  const take = async (summary: ConversationSummary) => {
    // Opened first and at once: later the browser would take it for an unwanted window.
    const desk = window.open(deskPathOf(summary.id), deskWindow);
    try {
      const id = crypto.randomUUID();
      await api.post(`/api/conversations/${summary.id}/take-over`, { id });
      desk?.focus();
    } catch (error) {
      void message.error(errorSentence(error).message);
    }
  };

  return (
    <Panel title={t(words.title)} count={board.conversations.length} className="board-people">
      {rows.length === 0 ? (
        <BoardEmpty title={t(words.empty)} help={t(words.emptyHelp)} />
      ) : (
        <ul
          className="people"
          onPointerEnter={() => setResting(true)}
          onPointerLeave={() => setResting(false)}
          onFocus={() => setResting(true)}
          onBlur={() => setResting(false)}
        >
          {rows.map((summary) => (
            <Person
              key={summary.id}
              summary={summary}
              board={board}
              onTake={() => void take(summary)}
              onWhisper={() => setWhisperTo(summary)}
            />
          ))}
          {hidden > 0 && <li className="soft people-more">{fill(t(words.more), { count: hidden })}</li>}
        </ul>
      )}
      {whisperTo && <WhisperDialog summary={whisperTo} onClose={() => setWhisperTo(null)} />}
    </Panel>
  );
}

function Person({
  summary,
  board,
  onTake,
  onWhisper,
}: {
  readonly summary: ConversationSummary;
  readonly board: Board;
  readonly onTake: () => void;
  readonly onWhisper: () => void;
}) {
  const { language, t } = useLanguage();
  const { calendars } = useDeskPolicy();
  const urgent = mostUrgent(summary.clocks);
  const standing = urgent ? standingOf(urgent, calendars, board.at) : null;
  const queue = board.queues.find((one) => one.id === summary.queueId);
  const { owner, alert } = summary;
  return (
    <li className={alert ? 'person person-alert' : 'person'} data-conversation={summary.id}>
      <PersonFace name={contactName(summary.contact, t)} size={30} customer />
      <div className="person-body">
        <p className="person-line">
          <a className="person-name" href={deskPathOf(summary.id)} target={deskWindow}>
            {contactName(summary.contact, t)}
          </a>
          {summary.contact.tier && <span className="tier">{summary.contact.tier}</span>}
          {summary.mood && summary.mood.emotion !== 'neutral' && (
            <MoodMark emotion={summary.mood.emotion} intensity={summary.mood.intensity} />
          )}
          {alert && <span className="tag tag-alert">{t(alertWord[alert.why])}</span>}
          {standing && urgent && (
            <span
              className={`person-sla sla-${standing.tone}`}
              title={sentenceOf(urgent.target, standing, { language, t, now: board.at })}
            >
              {countdown(standing)}
            </span>
          )}
        </p>
        <p className="person-preview">{summary.preview?.text ?? t(deskText.list.noMessage)}</p>
        <p className="person-line soft">
          {queue && <span>{t(queue.name)}</span>}
          <Where summary={summary} board={board} />
        </p>
      </div>
      <div className="person-actions">
        {owner.kind === 'agent' && (
          <Button size="small" type="text" onClick={onWhisper}>
            {t(words.whisper)}
          </Button>
        )}
        <Button size="small" onClick={onTake}>
          {t(owner.kind === 'queue' ? words.accept : words.takeOver)}
        </Button>
      </div>
    </li>
  );
}

/** Who has it or is asked, and how long somebody waits. */
function Where({ summary, board }: { readonly summary: ConversationSummary; readonly board: Board }) {
  const { language, t } = useLanguage();
  const now = board.at;
  const nameOf = (id: string) =>
    board.agents.find((one) => one.id === id)?.name ?? t(deskText.timeline.somebody);
  const slot = summary.leftMessage?.slotFrom ?? null;
  const waits = summary.waitingSince ?? summary.customerWaitingSince;
  return (
    <>
      {summary.owner.kind === 'agent' && (
        <span>{fill(t(words.with), { name: nameOf(summary.owner.agentId) })}</span>
      )}
      {summary.offer && <span>{fill(t(words.asked), { name: nameOf(summary.offer.agentId) })}</span>}
      {summary.leftMessage && (
        <span className="tag">
          {summary.leftMessage.way === 'message'
            ? t(routingText.queue.message)
            : slot === null
              ? t(routingText.queue.callback)
              : fill(t(routingText.queue.callbackAt), {
                  time: `${sameDay(slot, now) ? '' : `${dayOf(slot, now, language)} `}${timeOfDay(slot, language)}`,
                })}
        </span>
      )}
      {waits !== null && !summary.leftMessage && (
        <span className="figure">
          {fill(t(summary.waitingSince !== null ? words.waiting : words.reply), { time: clock(now - waits) })}
        </span>
      )}
    </>
  );
}
