import { noticeWords } from '../notice-words.ts';
import type { Say } from '../say.ts';
import type { Row } from '../timeline.ts';
import { useSay, useSurroundings } from './context.ts';
import { Face } from './header.tsx';
import { dayName, stamp } from './time.ts';

type Line = Exclude<Row, { kind: 'message' }>;

/** What happened to the conversation, between the messages. */
export function EventLine({ row, first }: { row: Line; first: boolean }) {
  const { language } = useSurroundings().state;
  const say = useSay();
  if (row.kind === 'day') {
    const now = Date.now();
    const name = dayName(row.at, now, language, { today: say('today'), yesterday: say('yesterday') });
    // A conversation of today needs no heading that says so.
    return first && name === say('today') ? null : <p class="day">{name}</p>;
  }
  if (row.kind === 'notice')
    return (
      <p class="notice" title={stamp(row.at, language)}>
        {noticeWords(row, Date.now(), language)}
      </p>
    );
  const name = row.name ?? '';
  const arrives = /^(assigned|transferred)/.test(row.line);
  const kind = row.line === 'assignedAgain' ? 'assigned' : row.line;
  return (
    <p class={`line ${kind === 'queuedLater' ? 'queued' : kind}`} title={stamp(row.at, language)}>
      {arrives && <Face name={name} />}
      <span>{lineWords(row, say)}</span>
    </p>
  );
}

function lineWords(row: Extract<Line, { kind: 'line' }>, say: Say): string {
  if (row.line === 'rated') {
    const score = row.score ?? 0;
    return say('ratedLine', { score, word: scoreWord(score, say) });
  }
  return say(row.line, { name: row.name ?? '' });
}

export function scoreWord(score: number, say: Say): string {
  const words = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'] as const;
  return say(words[Math.min(Math.max(score, 1), 5) - 1]!);
}
