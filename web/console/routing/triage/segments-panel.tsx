import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { Segment } from '../../../../core/terms/triage.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { namesOf, whenSentence } from '../../../../core/text/console-rule-sentence.ts';
import { triageText } from '../../../../core/text/console-triage.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { go, hrefOf } from '../../frame/route.ts';
import { freshId, movedTo, replacedAt, withoutAt } from '../draft/list-edit.ts';
import { Moves } from '../fields/moves.tsx';
import { NameFields } from '../fields/name-fields.tsx';
import { PolicyField } from '../fields/policy-field.tsx';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { contactConditions } from './blank.ts';
import { ConditionList } from './condition-list.tsx';

/** Groups of customers; the first that fits counts. */
export function SegmentsPanel({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  const segments = policy.segments;

  function add() {
    const id = freshId('segment', segments);
    const made: Segment = {
      id,
      name: { zh: triageText.newSegment.zh, en: triageText.newSegment.en },
      when: [{ on: 'attribute', name: '', is: [] }],
      priority: 1,
    };
    edit((now) => ({ ...now, segments: [...now.segments, made] }));
    go(hrefOf(['routing', 'triage', id]));
  }

  return (
    <Panel title={t(triageText.segments)} hint={t(triageText.segmentsHint)}>
      {segments.length === 0 && <p className="soft">{t(triageText.noSegments)}</p>}
      <ol className="rules">
        {segments.map((segment, index) => (
          <SegmentCard
            key={segment.id}
            segment={segment}
            index={index}
            count={segments.length}
            isOpen={chosen === segment.id}
            onChange={(next) => edit((now) => ({ ...now, segments: replacedAt(now.segments, index, next) }))}
            onMove={(to) => edit((now) => ({ ...now, segments: movedTo(now.segments, index, to) }))}
            onRemove={() => edit((now) => ({ ...now, segments: withoutAt(now.segments, index) }))}
          />
        ))}
      </ol>
      {mayEdit && (
        <Button type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t(triageText.addSegment)}
        </Button>
      )}
    </Panel>
  );
}

function SegmentCard({
  segment,
  index,
  count,
  isOpen,
  onChange,
  onMove,
  onRemove,
}: {
  readonly segment: Segment;
  readonly index: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly onChange: (segment: Segment) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}) {
  const { language, t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const path = `segments.${index}`;
  const status = useStatus(path, true);
  const name = segment.name[language] || t(routingText.unnamed);
  return (
    <li className={status ? `rule rule-${status}` : 'rule'} data-path={path}>
      <div className="rule-head">
        <span className="rule-number figure">{index + 1}</span>
        <a
          className="rule-words"
          href={hrefOf(['routing', 'triage', ...(isOpen ? [] : [segment.id])])}
          aria-expanded={isOpen}
        >
          <b>{name}</b>
          <span className="rule-sentence">
            <span className="soft">{t(triageText.when)}</span>{' '}
            {whenSentence(segment.when, namesOf(policy, language), language)}
            <span className="rule-arrow" aria-hidden="true">
              →
            </span>
            <span className="action-chip action-priority">
              {fill(t(triageText.priorityOf), { priority: segment.priority })}
            </span>
          </span>
        </a>
        {mayEdit && <Moves name={name} index={index} count={count} onMove={onMove} onRemove={onRemove} />}
      </div>
      <ProblemNote path={path} under={!isOpen} />
      {isOpen && (
        <div className="rule-editor">
          <NameFields
            name={segment.name}
            path={`${path}.name`}
            onChange={(next) => onChange({ ...segment, name: next })}
          />
          <ConditionList
            when={segment.when}
            path={`${path}.when`}
            kinds={contactConditions}
            onChange={(when) => onChange({ ...segment, when })}
          />
          <PolicyField label={t(triageText.startPriority)} path={`${path}.priority`}>
            {(ids) => (
              <InputNumber
                {...ids}
                disabled={!mayEdit}
                min={-100}
                max={100}
                value={segment.priority}
                onChange={(priority) => onChange({ ...segment, priority: Math.round(priority ?? 0) })}
              />
            )}
          </PolicyField>
        </div>
      )}
    </li>
  );
}
