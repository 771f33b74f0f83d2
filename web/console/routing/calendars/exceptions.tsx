import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CalendarException } from '../../../../core/terms/calendar.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { replacedAt, withoutAt } from '../draft/list-edit.ts';
import { Moves } from '../fields/moves.tsx';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { ImportDays } from './import-days.tsx';
import { SpansField } from './spans-field.tsx';

type Kind = 'closed' | 'as-weekday' | 'other';

function kindOf({ spans }: CalendarException): Kind {
  if (spans === 'as-weekday') return 'as-weekday';
  return spans.length === 0 ? 'closed' : 'other';
}

/** Days that differ, by the house's own decision. */
export function Exceptions({
  exceptions,
  path,
  onChange,
}: {
  readonly exceptions: readonly CalendarException[];
  readonly path: string;
  readonly onChange: (exceptions: readonly CalendarException[]) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const [importing, setImporting] = useState(false);

  function add() {
    const last = exceptions.at(-1)?.day;
    const next = last ? new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000) : new Date();
    onChange([...exceptions, { day: next.toISOString().slice(0, 10), name: '', spans: [] }]);
  }

  return (
    <Panel
      title={t(calendarsText.exceptions)}
      hint={t(calendarsText.exceptionsHint)}
      actions={
        mayEdit && (
          <Button
            size="small"
            icon={<UploadOutlined aria-hidden="true" />}
            onClick={() => setImporting(true)}
          >
            {t(calendarsText.import)}
          </Button>
        )
      }
    >
      <div data-path={path}>
        {exceptions.length === 0 && <p className="soft">{t(calendarsText.noExceptions)}</p>}
        {exceptions.map((exception, index) => (
          <ExceptionLine
            // biome-ignore lint/suspicious/noArrayIndexKey: the day itself is edited here
            key={index}
            exception={exception}
            path={`${path}.${index}`}
            onChange={(next) => onChange(replacedAt(exceptions, index, next))}
            onRemove={() => onChange(withoutAt(exceptions, index))}
          />
        ))}
        {mayEdit && (
          <Button type="dashed" size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
            {t(calendarsText.addException)}
          </Button>
        )}
      </div>
      {importing && (
        <ImportDays
          onClose={() => setImporting(false)}
          onImport={(days) => {
            const replaced = new Set(days.map(({ day }) => day));
            const kept = exceptions.filter(({ day }) => !replaced.has(day));
            onChange([...kept, ...days].toSorted((a, b) => (a.day < b.day ? -1 : 1)));
            setImporting(false);
          }}
        />
      )}
    </Panel>
  );
}

function ExceptionLine({
  exception,
  path,
  onChange,
  onRemove,
}: {
  readonly exception: CalendarException;
  readonly path: string;
  readonly onChange: (exception: CalendarException) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const dayStatus = useStatus(`${path}.day`);
  const nameStatus = useStatus(`${path}.name`);
  const [asked, setAsked] = useState<Kind | null>(null);
  const kind = asked ?? kindOf(exception);
  return (
    <div data-path={path}>
      <div className="line-of-fields exception">
        <Input
          type="date"
          className="exception-day"
          aria-label={t(calendarsText.day)}
          disabled={!mayEdit}
          status={dayStatus ?? ''}
          value={exception.day}
          onChange={(event) => event.target.value && onChange({ ...exception, day: event.target.value })}
        />
        <Input
          className="exception-name"
          aria-label={t(calendarsText.reason)}
          placeholder={t(calendarsText.reason)}
          disabled={!mayEdit}
          status={nameStatus ?? ''}
          maxLength={80}
          value={exception.name}
          onChange={(event) => onChange({ ...exception, name: event.target.value })}
        />
        <Select
          className="exception-kind"
          aria-label={t(calendarsText.hours)}
          disabled={!mayEdit}
          value={kind}
          options={(['closed', 'as-weekday', 'other'] as const).map((value) => ({
            value,
            label: t(calendarsText[`kind_${value}`]),
          }))}
          onChange={(next: Kind) => {
            setAsked(next);
            if (next === 'closed') onChange({ ...exception, spans: [] });
            if (next === 'as-weekday') onChange({ ...exception, spans: 'as-weekday' });
            if (next === 'other') onChange({ ...exception, spans: [{ from: 540, to: 1080 }] });
          }}
        />
        {kind === 'other' && exception.spans !== 'as-weekday' && (
          <SpansField
            spans={exception.spans}
            label={fill(t(calendarsText.hoursOf), { day: exception.day })}
            path={`${path}.spans`}
            onChange={(spans) => onChange({ ...exception, spans })}
          />
        )}
        {mayEdit && <Moves name={exception.day} index={0} count={1} onRemove={onRemove} />}
      </div>
      <ProblemNote path={`${path}.day`} />
      <ProblemNote path={`${path}.name`} />
    </div>
  );
}
