import { Radio, Select } from 'antd';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { useStatus } from '../fields/problem-note.tsx';
import { SkillNeeds } from '../fields/skill-needs.tsx';
import { useColleagues } from '../fields/use-known-skills.ts';
import { usePolicy } from '../use-policy-editor.ts';
import type { QueuePart } from './queue-form.tsx';

/** Who serves a queue: its members, and what they must be able to do. */
export function QueueMembers({ queue, path, change }: QueuePart) {
  const { language, t } = useLanguage();
  const { mayEdit } = usePolicy();
  const colleagues = useColleagues();
  const status = useStatus(`${path}.agentIds`, true);
  const options = colleagues
    .filter(({ disabled, id }) => !disabled || queue.agentIds?.includes(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Panel title={t(queuesText.who)} hint={t(queuesText.whoHint)}>
      <PolicyField label={t(queuesText.membership)} path={`${path}.agentIds`} under>
        {(ids) => (
          <div className="stacked">
            <Radio.Group
              aria-labelledby={ids['aria-labelledby']}
              disabled={!mayEdit}
              value={queue.agentIds === null ? 'anyone' : 'chosen'}
              options={[
                { value: 'anyone', label: t(queuesText.anyone) },
                { value: 'chosen', label: t(queuesText.chosen) },
              ]}
              onChange={(event) => change({ agentIds: event.target.value === 'anyone' ? null : [] })}
            />
            {queue.agentIds !== null && (
              <Select
                id={ids.id}
                aria-label={t(queuesText.choose)}
                mode="multiple"
                disabled={!mayEdit}
                status={status ?? ''}
                placeholder={t(queuesText.choose)}
                showSearch={{ optionFilterProp: 'label' }}
                value={[...queue.agentIds]}
                options={options}
                onChange={(agentIds: string[]) => change({ agentIds })}
              />
            )}
          </div>
        )}
      </PolicyField>
      <div className="field-row field-row-even">
        <SkillNeeds
          label={t(queuesText.requires)}
          hint={t(queuesText.requiresHint)}
          needs={queue.requires}
          path={`${path}.requires`}
          onChange={(requires) => change({ requires })}
        />
        <SkillNeeds
          label={t(queuesText.prefers)}
          hint={t(queuesText.prefersHint)}
          needs={queue.prefers}
          path={`${path}.prefers`}
          onChange={(prefers) => change({ prefers })}
        />
      </div>
    </Panel>
  );
}
