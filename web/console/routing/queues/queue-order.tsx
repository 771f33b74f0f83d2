import { Radio, Select } from 'antd';
import type { AssignmentMode, Queue } from '../../../../core/terms/queue.ts';
import { durationWords } from '../../../../core/text/console-duration.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { DurationField } from '../fields/duration-field.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import type { QueuePart } from './queue-form.tsx';

const modes: readonly AssignmentMode[] = ['preview', 'auto', 'pull'];

/** How a queue gives its conversations out, and who comes first. */
export function QueueOrder({ queue, path, change }: QueuePart) {
  const { language, t } = useLanguage();
  const { mayEdit } = usePolicy();
  return (
    <Panel title={t(queuesText.order)}>
      <PolicyField label={t(queuesText.mode)} path={`${path}.mode`}>
        {(ids) => (
          <Radio.Group
            aria-labelledby={ids['aria-labelledby']}
            className="choices"
            disabled={!mayEdit}
            value={queue.mode}
            onChange={(event) => change({ mode: event.target.value })}
            options={modes.map((mode) => ({
              value: mode,
              label: (
                <span className="choice-words">
                  <b>{t(queuesText[mode])}</b>
                  <span className="soft">{t(queuesText[`${mode}Hint`])}</span>
                </span>
              ),
            }))}
          />
        )}
      </PolicyField>
      {queue.mode === 'preview' && (
        <PolicyField label={t(queuesText.offer)} hint={t(queuesText.offerHint)} path={`${path}.offerMs`}>
          {(ids) => (
            <DurationField
              ids={ids}
              label={t(queuesText.offer)}
              path={`${path}.offerMs`}
              value={queue.offerMs}
              onChange={(offerMs) => offerMs !== undefined && change({ offerMs })}
            />
          )}
        </PolicyField>
      )}
      <div className="field-row field-row-even">
        <PolicyField label={t(queuesText.orderBy)} path={`${path}.order`}>
          {(ids) => (
            <Select
              {...ids}
              disabled={!mayEdit}
              value={queue.order}
              options={[
                { value: 'priority', label: t(queuesText.byPriority) },
                { value: 'longest-waiting', label: t(queuesText.byWaiting) },
              ]}
              onChange={(order: Queue['order']) => change({ order })}
            />
          )}
        </PolicyField>
        {queue.order === 'priority' && (
          <PolicyField
            label={t(queuesText.ageing)}
            hint={fill(t(queuesText.ageingHint), { time: durationWords(queue.ageingMs * 2, language) })}
            path={`${path}.ageingMs`}
          >
            {(ids) => (
              <DurationField
                ids={ids}
                label={t(queuesText.ageing)}
                path={`${path}.ageingMs`}
                value={queue.ageingMs}
                onChange={(ageingMs) => ageingMs !== undefined && change({ ageingMs })}
              />
            )}
          </PolicyField>
        )}
      </div>
    </Panel>
  );
}
