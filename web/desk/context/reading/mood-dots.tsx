import { readingText } from '../../../../core/text/desk-reading.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent, emotionWord } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { moodPoints } from '../mood-points.ts';
import type { ReadMessage } from './reading.ts';

const width = 72;
const height = 18;
/** More would be a smear at this size; the details have them all. */
const most = 8;

/** The mood's course no larger than a word: the higher, the more heated. One message draws nothing. */
export function MoodDots({ messages }: { readonly messages: readonly ReadMessage[] }) {
  const { language, t } = useLanguage();
  const points = moodPoints(messages.slice(-most), width, height, 4);
  if (points.length < 2) return null;
  const moods = points
    .map((point) => `${t(emotionWord[point.emotion])} ${asPercent(point.intensity)}`)
    .join(language === 'zh' ? '，' : ', ');
  return (
    <svg
      className="mood-dots"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={fill(t(readingText.course), { moods })}
    >
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} className="mood-line" />
      {points.map((point) => (
        <circle key={point.seq} cx={point.x} cy={point.y} r="2.5" className={`mood mood-${point.emotion}`} />
      ))}
    </svg>
  );
}
