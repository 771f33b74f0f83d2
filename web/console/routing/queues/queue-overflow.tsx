import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { Overflow } from '../../../../core/terms/queue.ts';
import { durationWords } from '../../../../core/text/console-duration.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { namesOf } from '../../../../core/text/console-rule-sentence.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { replacedAt, withoutAt } from '../draft/list-edit.ts';
import { DurationField } from '../fields/duration-field.tsx';
import { Moves } from '../fields/moves.tsx';
import { ProblemNote } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { stageWords } from './overflow-words.ts';
import type { QueuePart } from './queue-form.tsx';
import './queues.css';

/** The search widens as the wait goes on: a timeline that reads as a story from top to bottom. */
export function QueueOverflow({ queue, path, change }: QueuePart) {
  const { language, t } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const names = namesOf(policy, language);
  const { overflow, patienceMs } = queue;
  const setStage = (index: number, stage: Overflow) =>
    change({ overflow: replacedAt(overflow, index, stage) });

  function add() {
    const last = overflow.at(-1);
    const stage: Overflow = {
      afterMs: (last?.afterMs ?? 0) + 60_000,
      relaxLevels: Math.min(5, (last?.relaxLevels ?? 0) + 1),
    };
    change({ overflow: [...overflow, stage] });
  }

  return (
    <Panel title={t(queuesText.overflow)} hint={t(queuesText.overflowHint)}>
      <div data-path={`${path}.overflow`}>
        <ol className="stages">
          <li>
            <b className="stage-time">{t(queuesText.start)}</b>
            <span>
              {fill(t(queuesText.startWords), { queue: queue.name[language] || t(routingText.unnamed) })}
            </span>
          </li>
          {overflow.map((stage, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stage has no identity but its place
            <li key={index} data-path={`${path}.overflow.${index}`}>
              <b className="stage-time">
                {fill(t(queuesText.stageAt), { time: durationWords(stage.afterMs, language) })}
              </b>
              <span className="stage-words">{stageWords(stage, names.queue, language)}</span>
              {mayEdit && (
                <Stage
                  stage={stage}
                  path={`${path}.overflow.${index}`}
                  others={policy.queues.filter(({ id }) => id !== queue.id)}
                  onChange={(next) => setStage(index, next)}
                  onRemove={() => change({ overflow: withoutAt(overflow, index) })}
                />
              )}
              <ProblemNote path={`${path}.overflow.${index}`} under />
            </li>
          ))}
          {patienceMs !== undefined && (
            <li className="stage-patience">
              <b className="stage-time">
                {fill(t(queuesText.stageAt), { time: durationWords(patienceMs, language) })}
              </b>
              <span>{t(queuesText.patienceWords)}</span>
            </li>
          )}
        </ol>
        <ProblemNote path={`${path}.overflow`} />
        {mayEdit && (
          <Button type="dashed" size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
            {t(queuesText.addStage)}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function Stage({
  stage,
  path,
  others,
  onChange,
  onRemove,
}: {
  readonly stage: Overflow;
  readonly path: string;
  readonly others: readonly { readonly id: string; readonly name: Readonly<Record<'zh' | 'en', string>> }[];
  readonly onChange: (stage: Overflow) => void;
  readonly onRemove: () => void;
}) {
  const { language, t } = useLanguage();
  return (
    <div className="line-of-fields stage-fields">
      <span className="soft">{t(queuesText.afterLabel)}</span>
      <DurationField
        label={t(queuesText.afterLabel)}
        path={`${path}.afterMs`}
        value={stage.afterMs}
        onChange={(afterMs) => afterMs !== undefined && onChange({ ...stage, afterMs })}
      />
      <Select
        aria-label={t(queuesText.alsoLabel)}
        className="stage-queue"
        value={stage.toQueueId ?? ''}
        options={[
          { value: '', label: t(queuesText.alsoNobody) },
          ...others.map(({ id, name }) => ({
            value: id,
            label: fill(t(queuesText.stageQueue), { queue: name[language] || id }),
          })),
        ]}
        onChange={(id: string) =>
          onChange({
            afterMs: stage.afterMs,
            relaxLevels: stage.relaxLevels,
            ...(id ? { toQueueId: id } : {}),
          })
        }
      />
      <Select
        aria-label={t(queuesText.relaxLabel)}
        className="stage-relax"
        value={stage.relaxLevels}
        options={[0, 1, 2, 3, 4, 5].map((levels) => ({
          value: levels,
          label: `${t(queuesText.relaxLabel)}${language === 'zh' ? '' : ': '}${
            levels === 0
              ? t(queuesText.relax0)
              : levels === 5
                ? t(queuesText.relaxAll)
                : fill(t(queuesText.relaxBy), { levels })
          }`,
        }))}
        onChange={(relaxLevels: number) => onChange({ ...stage, relaxLevels })}
      />
      <Moves name={t(queuesText.overflow)} index={0} count={1} onRemove={onRemove} />
    </div>
  );
}
