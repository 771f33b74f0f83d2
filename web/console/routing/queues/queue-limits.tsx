import { Select } from 'antd';
import type { Queue } from '../../../../core/terms/queue.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { DurationField } from '../fields/duration-field.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import type { QueuePart } from './queue-form.tsx';

/** How long customers and agents may take. */
export function QueueLimits({ queue, path, change }: QueuePart) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  return (
    <Panel title={t(queuesText.limits)} hint={t(queuesText.limitsHint)}>
      <div className="field-row field-row-even">
        {(['patience', 'reply'] as const).map((name) => (
          <PolicyField key={name} label={t(queuesText[name])} path={`${path}.${name}Ms`}>
            {(ids) => (
              <DurationField
                ids={ids}
                optional
                label={t(queuesText[name])}
                placeholder={t(queuesText.systemDefault)}
                path={`${path}.${name}Ms`}
                value={queue[`${name}Ms`]}
                onChange={(ms) => change({ [`${name}Ms`]: ms })}
              />
            )}
          </PolicyField>
        ))}
      </div>
      <div className="field-row field-row-even">
        <PolicyField label={t(queuesText.whenSilent)} path={`${path}.whenSilent`}>
          {(ids) => (
            <Select
              {...ids}
              disabled={!mayEdit}
              value={queue.whenSilent}
              options={[
                { value: 'requeue', label: t(queuesText.requeue) },
                { value: 'alert-supervisor', label: t(queuesText.alert) },
              ]}
              onChange={(whenSilent: Queue['whenSilent']) => change({ whenSilent })}
            />
          )}
        </PolicyField>
        <PolicyField label={t(queuesText.wrapUp)} hint={t(queuesText.wrapUpHint)} path={`${path}.wrapUpMs`}>
          {(ids) => (
            <DurationField
              ids={ids}
              label={t(queuesText.wrapUp)}
              path={`${path}.wrapUpMs`}
              value={queue.wrapUpMs}
              onChange={(wrapUpMs) => wrapUpMs !== undefined && change({ wrapUpMs })}
            />
          )}
        </PolicyField>
      </div>
    </Panel>
  );
}
