import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { TriageRule } from '../../../../core/terms/triage.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { triageText } from '../../../../core/text/console-triage.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { go, hrefOf } from '../../frame/route.ts';
import { freshId, movedTo, replacedAt, withoutAt } from '../draft/list-edit.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { RuleCard } from './rule-card.tsx';

/** The rules in the order in which they are read. */
export function RulesPanel({ chosen }: { readonly chosen: string | undefined }) {
  const { language, t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  const rules = policy.triage;
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  function move(from: number, to: number) {
    const rule = rules[from];
    if (rule === undefined || to < 0 || to >= rules.length || from === to) return;
    edit((now) => ({ ...now, triage: movedTo(now.triage, from, to) }));
    setSaid(fill(t(triageText.moved), { name: rule.name[language], place: to + 1 }));
  }

  function add() {
    const id = freshId('rule', rules);
    const rule: TriageRule = {
      id,
      name: { zh: triageText.newRule.zh, en: triageText.newRule.en },
      enabled: true,
      when: [{ on: 'words', is: [] }],
      then: [{ do: 'human' }],
    };
    edit((now) => ({ ...now, triage: [...now.triage, rule] }));
    go(hrefOf(['routing', 'triage', id]));
  }

  return (
    <Panel title={t(triageText.rules)} className="rules-panel">
      {rules.length === 0 && <p className="soft">{t(triageText.noRules)}</p>}
      <span className="for-readers-only" role="status">
        {said}
      </span>
      <ol className="rules">
        {rules.map((rule, index) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            index={index}
            count={rules.length}
            isOpen={chosen === rule.id}
            isOver={over === index && dragged !== null && dragged !== index}
            onChange={(next) =>
              edit((now) => {
                const place = now.triage.findIndex(({ id }) => id === rule.id);
                return place < 0 ? now : { ...now, triage: replacedAt(now.triage, place, next) };
              })
            }
            onMove={(to) => move(index, to)}
            onRemove={() => edit((now) => ({ ...now, triage: withoutAt(now.triage, index) }))}
            drag={{
              onDragStart: () => setDragged(index),
              onDragEnter: () => setOver(index),
              onDrop: () => dragged !== null && move(dragged, index),
              onDragEnd: () => {
                setDragged(null);
                setOver(null);
              },
            }}
          />
        ))}
      </ol>
      <p className="soft rules-otherwise">
        {fill(t(triageText.otherwise), { queue: policy.queues[0]?.name[language] || t(routingText.unnamed) })}
      </p>
      {mayEdit && (
        <Button type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t(triageText.addRule)}
        </Button>
      )}
    </Panel>
  );
}
