import { Tooltip } from 'antd';
import type { HandoffPacket } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { asPercent, emotionWord } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { MoodShape } from '../marks.tsx';
import { timeOfDay } from '../time.ts';
import { moodPoints } from './mood-points.ts';

const width = 280;
const height = 64;

/** The mood's course as a line; every point has its emotion's own shape and says its name. */
export function MoodCourse({ course }: { readonly course: HandoffPacket['mood']['course'] }) {
  const { language, t } = useLanguage();
  const points = moodPoints(course, width, height, 10);
  const described = points
    .map((point) => `${t(emotionWord[point.emotion])} ${asPercent(point.intensity)}`)
    .join(language === 'zh' ? '，' : ', ');
  return (
    <div className="mood-chart" role="img" aria-label={described}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2={width} y1={height - 10} y2={height - 10} className="mood-axis" />
        <line x1="0" x2={width} y1="10" y2="10" className="mood-axis" />
        <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} className="mood-line" />
      </svg>
      {points.map((point) => (
        <Tooltip
          key={point.seq}
          title={`${timeOfDay(point.at, language)} · ${t(emotionWord[point.emotion])} ${asPercent(point.intensity)}`}
        >
          <span
            className="mood-point"
            style={{ left: `${(point.x / width) * 100}%`, top: `${(point.y / height) * 100}%` }}
          >
            <MoodShape emotion={point.emotion} size={10} />
          </span>
        </Tooltip>
      ))}
      <span className="mood-scale mood-scale-top">{t(deskText.context.intense)}</span>
      <span className="mood-scale mood-scale-bottom">{t(deskText.context.calm)}</span>
    </div>
  );
}
