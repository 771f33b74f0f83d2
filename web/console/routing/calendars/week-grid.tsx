import { Button } from 'antd';
import type { Calendar } from '../../../../core/terms/calendar.ts';
import { calendarsText, weekdayWord } from '../../../../core/text/console-calendars.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { replacedAt } from '../draft/list-edit.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { SpansField } from './spans-field.tsx';

const marks = [0, 6, 12, 18, 24];

/** Seven days, each with its hours as text and as a bar over 24 hours. */
export function WeekGrid({
  week,
  path,
  onChange,
}: {
  readonly week: Calendar['week'];
  readonly path: string;
  readonly onChange: (week: Calendar['week']) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  return (
    <div className="week" data-path={path}>
      <div className="week-row week-scale" aria-hidden="true">
        <span />
        <span />
        <span className="week-marks figure">
          {marks.map((hour) => (
            <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </span>
      </div>
      {weekdayWord.map((word, day) => (
        <div className="week-row" key={word.en} data-path={`${path}.${day}`}>
          <b>{t(word)}</b>
          <SpansField
            spans={week[day] ?? []}
            label={fill(t(calendarsText.hoursOf), { day: t(word) })}
            path={`${path}.${day}`}
            onChange={(spans) => onChange(replacedAt(week, day, spans))}
          />
          <span className="week-bar" aria-hidden="true">
            {(week[day] ?? []).map(({ from, to }) => (
              <span
                key={from}
                style={{ left: `${(from / 1440) * 100}%`, width: `${((to - from) / 1440) * 100}%` }}
              />
            ))}
          </span>
        </div>
      ))}
      {mayEdit && (
        <Button
          size="small"
          aria-label={t(calendarsText.copyDownLabel)}
          onClick={() => onChange(week.map((spans, day) => (day < 5 ? (week[0] ?? []) : spans)))}
        >
          {t(calendarsText.copyDownLabel)}
        </Button>
      )}
    </div>
  );
}
