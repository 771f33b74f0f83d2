import { HolderOutlined } from '@ant-design/icons';
import { Switch } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import type { TriageRule } from '../../../../core/terms/triage.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { actionSentence, namesOf, whenSentence } from '../../../../core/text/console-rule-sentence.ts';
import { triageText } from '../../../../core/text/console-triage.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { hrefOf } from '../../frame/route.ts';
import { Moves } from '../fields/moves.tsx';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { RuleEditor } from './rule-editor.tsx';

/** One rule as a sentence; opened, its editor below. */
export function RuleCard({
  rule,
  index,
  count,
  isOpen,
  isOver,
  onChange,
  onMove,
  onRemove,
  drag,
}: {
  readonly rule: TriageRule;
  readonly index: number;
  readonly count: number;
  readonly isOpen: boolean;
  /** Another rule is being dragged over it. */
  readonly isOver: boolean;
  readonly onChange: (rule: TriageRule) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly drag: {
    readonly onDragStart: () => void;
    readonly onDragEnter: () => void;
    readonly onDrop: () => void;
    readonly onDragEnd: () => void;
  };
}) {
  const { language, t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const status = useStatus(`triage.${index}`, true);
  const card = useRef<HTMLLIElement>(null);
  const names = namesOf(policy, language);
  const name = rule.name[language] || rule.name.zh || t(routingText.unnamed);

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !mayEdit) return;
    event.preventDefault();
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1));
    // The card keeps the focus at its new place.
    const target = event.target as HTMLElement;
    requestAnimationFrame(() => target.focus());
  }

  const classes = ['rule', !rule.enabled && 'rule-off', isOver && 'rule-over', status && `rule-${status}`];
  return (
    <li
      ref={card}
      className={classes.filter(Boolean).join(' ')}
      data-path={`triage.${index}`}
      data-rule={rule.id}
      onKeyDown={onKeyDown}
      onDragEnter={drag.onDragEnter}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drag.onDrop}
    >
      <div className="rule-head">
        {mayEdit && (
          // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's way; keys and buttons do the same
          <span
            className="rule-handle"
            title={t(triageText.moveHint)}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              if (card.current) event.dataTransfer.setDragImage(card.current, 16, 16);
              drag.onDragStart();
            }}
            onDragEnd={drag.onDragEnd}
          >
            <HolderOutlined aria-hidden="true" />
          </span>
        )}
        <span className="rule-number figure">{index + 1}</span>
        <a
          className="rule-words"
          href={hrefOf(['routing', 'triage', ...(isOpen ? [] : [rule.id])])}
          aria-expanded={isOpen}
        >
          <b>
            {name}
            {!rule.enabled && <span className="badge">{t(triageText.off)}</span>}
          </b>
          <span className="rule-sentence">
            <span className="soft">{t(triageText.when)}</span> {whenSentence(rule.when, names, language)}
            <span className="rule-arrow" role="img" aria-label={t(triageText.then)}>
              →
            </span>
            {rule.then.length === 0 && t(triageText.nothing)}
            {rule.then.map((action) => (
              <span key={JSON.stringify(action)} className={`action-chip action-${action.do}`}>
                {actionSentence(action, names, language)}
              </span>
            ))}
          </span>
        </a>
        {mayEdit && <Moves name={name} index={index} count={count} onMove={onMove} onRemove={onRemove} />}
        <Switch
          size="small"
          disabled={!mayEdit}
          checked={rule.enabled}
          aria-label={fill(t(triageText.enabled), { name })}
          onChange={(enabled) => onChange({ ...rule, enabled })}
        />
      </div>
      <ProblemNote path={`triage.${index}`} under={!isOpen} />
      {isOpen && <RuleEditor rule={rule} path={`triage.${index}`} onChange={onChange} />}
    </li>
  );
}
