import { Select } from 'antd';
import type { NobodyHere } from '../../../../core/terms/queue.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { hrefOf } from '../../frame/route.ts';
import { PolicyField } from '../fields/policy-field.tsx';
import { useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import type { QueuePart } from './queue-form.tsx';

const choices: readonly NobodyHere[] = ['wait', 'message', 'callback', 'assistant'];

/** When a queue is open, and what a customer is offered when nobody can come. */
export function QueueHours({ queue, path, change }: QueuePart) {
  const { t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const status = useStatus(`${path}.calendarId`);
  const options = choices.map((value) => ({ value, label: t(queuesText[value]) }));
  return (
    <Panel title={t(queuesText.hours)}>
      <PolicyField
        label={t(queuesText.calendar)}
        path={`${path}.calendarId`}
        hint={<a href={hrefOf(['routing', 'calendars'])}>{t(queuesText.calendarHint)}</a>}
      >
        {(ids) => (
          <Select
            {...ids}
            disabled={!mayEdit}
            status={status ?? ''}
            value={queue.calendarId ?? ''}
            options={[
              { value: '', label: t(queuesText.always) },
              ...policy.calendars.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id: string) => change({ calendarId: id || undefined })}
          />
        )}
      </PolicyField>
      <div className="field-row field-row-even">
        {(['whenClosed', 'whenNobody'] as const).map((name) => (
          <PolicyField key={name} label={t(queuesText[name])} path={`${path}.${name}`}>
            {(ids) => (
              <Select
                {...ids}
                disabled={!mayEdit || (name === 'whenClosed' && queue.calendarId === undefined)}
                value={queue[name]}
                options={options}
                onChange={(value: NobodyHere) => change({ [name]: value })}
              />
            )}
          </PolicyField>
        ))}
      </div>
    </Panel>
  );
}
