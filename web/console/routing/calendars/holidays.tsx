import { Radio } from 'antd';
import { useState } from 'react';
import { type HolidayBlock, holidayYears } from '../../../../core/sla/holidays-cn.ts';
import type { Calendar } from '../../../../core/terms/calendar.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { usePolicy } from '../use-policy-editor.ts';

/** Whether public holidays count, and which they are: days off, and the weekends that are worked for them. */
export function Holidays({
  calendar,
  onChange,
}: {
  readonly calendar: Calendar;
  readonly onChange: (holidays: Calendar['holidays']) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const thisYear = new Date().getFullYear();
  const [chosen, setChosen] = useState(thisYear);
  const shown = holidayYears.find(({ year }) => year === chosen) ?? holidayYears.at(-1);
  return (
    <Panel title={t(calendarsText.holidays)}>
      <Radio.Group
        aria-label={t(calendarsText.holidays)}
        disabled={!mayEdit}
        value={calendar.holidays}
        options={[
          { value: 'CN', label: t(calendarsText.holidaysCn) },
          { value: 'none', label: t(calendarsText.holidaysNone) },
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
      {calendar.holidays === 'CN' && shown && (
        <div className="holidays">
          <div className="holiday-years" role="tablist" aria-label={t(calendarsText.holidays)}>
            {holidayYears.map(({ year }) => (
              <button
                key={year}
                type="button"
                role="tab"
                aria-selected={year === shown.year}
                className="figure"
                onClick={() => setChosen(year)}
              >
                {fill(t(calendarsText.year), { year })}
              </button>
            ))}
          </div>
          {shown.provisional && (
            <p className="problem-note problem-warning">{t(calendarsText.provisional)}</p>
          )}
          <ul className="holiday-list">
            {shown.blocks.map((block) => (
              <Holiday key={block.from} block={block} />
            ))}
          </ul>
          <p className="soft field-hint">
            {fill(t(calendarsText.holidaysHint), { year: holidayYears.at(-1)?.year ?? thisYear })}
          </p>
        </div>
      )}
    </Panel>
  );
}

function Holiday({ block }: { readonly block: HolidayBlock }) {
  const { language, t } = useLanguage();
  const span =
    block.from === block.to
      ? shortDay(block.from, language)
      : `${shortDay(block.from, language)}–${shortDay(block.to, language)}`;
  return (
    <li>
      <b>{t(block.name)}</b>
      <span className="holiday-day">
        <span className="day-mark day-off" title={t(calendarsText.offWords)}>
          {t(calendarsText.off)}
        </span>
        <span className="figure">{span}</span>
      </span>
      {block.working.map((day) => (
        <span className="holiday-day" key={day}>
          <span className="day-mark day-work" title={t(calendarsText.workWords)}>
            {t(calendarsText.work)}
          </span>
          <span className="figure">{shortDay(day, language)}</span>
        </span>
      ))}
    </li>
  );
}

/** `2026-10-01` as 10月1日（周四） or Thu 1 Oct. */
export function shortDay(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  const options = { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' } as const;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options).format(date);
}
