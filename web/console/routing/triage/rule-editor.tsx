import type { TriageRule } from '../../../../core/terms/triage.ts';
import { NameFields } from '../fields/name-fields.tsx';
import { ActionList } from './action-list.tsx';
import { ConditionList } from './condition-list.tsx';

/** A rule's name, its conditions and what it does. */
export function RuleEditor({
  rule,
  path,
  onChange,
}: {
  readonly rule: TriageRule;
  readonly path: string;
  readonly onChange: (rule: TriageRule) => void;
}) {
  return (
    <div className="rule-editor">
      <NameFields name={rule.name} path={`${path}.name`} onChange={(name) => onChange({ ...rule, name })} />
      <ConditionList
        when={rule.when}
        path={`${path}.when`}
        onChange={(when) => onChange({ ...rule, when })}
      />
      <ActionList then={rule.then} path={`${path}.then`} onChange={(then) => onChange({ ...rule, then })} />
    </div>
  );
}
