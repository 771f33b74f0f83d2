import { CalendarOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Calendar } from '../../../../core/terms/calendar.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { go, hrefOf } from '../../frame/route.ts';
import { Empty } from '../../frame/states.tsx';
import { freshId } from '../draft/list-edit.ts';
import { Split } from '../fields/split.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { CalendarForm } from './calendar-form.tsx';
import './calendars.css';

const workday = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 18 * 60 },
];

/** The hours that queues and promises go by. */
export function CalendarsPage({ chosen }: { readonly chosen: string | undefined }) {
  const { language, t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  const { calendars } = policy;
  const index = Math.max(
    0,
    calendars.findIndex(({ id }) => id === chosen),
  );
  const calendar = calendars[index];

  function add() {
    const id = freshId('hours', calendars);
    const made: Calendar = {
      id,
      name: t(calendarsText.newName),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai',
      week: [workday, workday, workday, workday, workday, [], []],
      holidays: 'CN',
      exceptions: [],
    };
    edit((now) => ({ ...now, calendars: [...now.calendars, made] }));
    go(hrefOf(['routing', 'calendars', id]));
  }

  const action = mayEdit && (
    <Button
      block={calendars.length > 0}
      type="dashed"
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={add}
    >
      {t(calendarsText.add)}
    </Button>
  );
  return (
    <>
      <p className="soft section-lead">{t(calendarsText.lead)}</p>
      {calendar === undefined ? (
        <Panel>
          <Empty icon={<CalendarOutlined />} title={t(routingText.calendars)} action={action}>
            {t(calendarsText.none)}
          </Empty>
        </Panel>
      ) : (
        <Split
          label={t(calendarsText.list)}
          back={{ href: hrefOf(['routing', 'calendars']), label: t(calendarsText.list) }}
          isChosen={chosen !== undefined}
          items={calendars.map((one, place) => ({
            id: one.id,
            path: `calendars.${place}`,
            href: hrefOf(['routing', 'calendars', one.id]),
            current: one.id === calendar.id,
            title: one.name || t(routingText.unnamed),
            words: fill(t(calendarsText.perWeek), { hours: hoursPerWeek(one, language) }),
          }))}
          action={action}
        >
          <CalendarForm key={calendar.id} calendar={calendar} index={index} />
        </Split>
      )}
    </>
  );
}

function hoursPerWeek(calendar: Calendar, language: string): string {
  const minutes = calendar.week.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  return (minutes / 60).toLocaleString(language, { maximumFractionDigits: 1 });
}
