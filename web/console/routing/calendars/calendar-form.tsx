import { App, Button, Input, Select } from 'antd';
import { useMemo } from 'react';
import type { Calendar } from '../../../../core/terms/calendar.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { go, hrefOf } from '../../frame/route.ts';
import { replacedAt } from '../draft/list-edit.ts';
import { PolicyField } from '../fields/policy-field.tsx';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { Exceptions } from './exceptions.tsx';
import { Holidays } from './holidays.tsx';
import { WeekGrid } from './week-grid.tsx';

/** One set of hours: the week, public holidays, and what the house decided. */
export function CalendarForm({ calendar, index }: { readonly calendar: Calendar; readonly index: number }) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const { edit, mayEdit } = usePolicy();
  const path = `calendars.${index}`;
  const nameStatus = useStatus(`${path}.name`);
  const zoneStatus = useStatus(`${path}.timeZone`);
  const zones = useMemo(
    () =>
      [...new Set([calendar.timeZone, 'Asia/Shanghai', ...Intl.supportedValuesOf('timeZone')])].map(
        (value) => ({
          value,
          label: value,
        }),
      ),
    [calendar.timeZone],
  );
  const change = (changes: Partial<Calendar>) =>
    edit((now) => {
      const place = now.calendars.findIndex(({ id }) => id === calendar.id);
      const before = now.calendars[place];
      return before
        ? { ...now, calendars: replacedAt(now.calendars, place, { ...before, ...changes }) }
        : now;
    });

  function remove() {
    modal.confirm({
      title: fill(t(calendarsText.removeTitle), { name: calendar.name }),
      content: t(calendarsText.removeBody),
      okText: t(routingText.remove),
      okButtonProps: { danger: true },
      cancelText: t(consoleText.cancel),
      onOk: () => {
        edit((now) => ({ ...now, calendars: now.calendars.filter(({ id }) => id !== calendar.id) }));
        go(hrefOf(['routing', 'calendars']), 'replace');
      },
    });
  }

  return (
    <>
      <Panel
        title={calendar.name || t(routingText.unnamed)}
        actions={
          mayEdit && (
            <Button size="small" danger onClick={remove}>
              {t(routingText.remove)}
            </Button>
          )
        }
      >
        <ProblemNote path={path} />
        <div className="field-row field-row-even">
          <PolicyField label={t(calendarsText.name)} path={`${path}.name`}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={80}
                disabled={!mayEdit}
                status={nameStatus ?? ''}
                value={calendar.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </PolicyField>
          <PolicyField label={t(calendarsText.timeZone)} path={`${path}.timeZone`}>
            {(ids) => (
              <Select
                {...ids}
                showSearch
                disabled={!mayEdit}
                status={zoneStatus ?? ''}
                value={calendar.timeZone}
                options={zones}
                onChange={(timeZone: string) => change({ timeZone })}
              />
            )}
          </PolicyField>
        </div>
      </Panel>
      <Panel title={t(calendarsText.week)} hint={t(calendarsText.weekHint)}>
        <WeekGrid week={calendar.week} path={`${path}.week`} onChange={(week) => change({ week })} />
        <ProblemNote path={`${path}.week`} />
      </Panel>
      <Holidays calendar={calendar} onChange={(holidays) => change({ holidays })} />
      <Exceptions
        exceptions={calendar.exceptions}
        path={`${path}.exceptions`}
        onChange={(exceptions) => change({ exceptions })}
      />
    </>
  );
}
