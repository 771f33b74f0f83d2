import { App, Button } from 'antd';
import type { Queue } from '../../../../core/terms/queue.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { go, hrefOf } from '../../frame/route.ts';
import { movedTo, replacedAt } from '../draft/list-edit.ts';
import { NameFields } from '../fields/name-fields.tsx';
import { ProblemNote } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { QueueHours } from './queue-hours.tsx';
import { QueueLimits } from './queue-limits.tsx';
import { QueueMembers } from './queue-members.tsx';
import { QueueOrder } from './queue-order.tsx';
import { QueueOverflow } from './queue-overflow.tsx';
import { whoNamesQueue } from './who-names.ts';

/** What every part of the form works with. */
export interface QueuePart {
  readonly queue: Queue;
  /** `queues.2` */
  readonly path: string;
  readonly change: (changes: Partial<Queue>) => void;
}

/** Everything that is settled of one queue. */
export function QueueForm({ queue, index }: { readonly queue: Queue; readonly index: number }) {
  const { language, t } = useLanguage();
  const { modal } = App.useApp();
  const { edit, mayEdit, policy } = usePolicy();
  const part: QueuePart = {
    queue,
    path: `queues.${index}`,
    change: (changes) =>
      edit((now) => {
        const place = now.queues.findIndex(({ id }) => id === queue.id);
        const before = now.queues[place];
        return before ? { ...now, queues: replacedAt(now.queues, place, { ...before, ...changes }) } : now;
      }),
  };

  function remove() {
    const users = whoNamesQueue(policy, queue.id, language);
    modal.confirm({
      title: fill(t(queuesText.removeTitle), { name: queue.name[language] }),
      content: (
        <>
          <p>{t(queuesText.removeBody)}</p>
          {users.length > 0 && (
            <p>{fill(t(queuesText.usedBy), { names: users.join(language === 'zh' ? '、' : ', ') })}</p>
          )}
        </>
      ),
      okText: t(routingText.remove),
      okButtonProps: { danger: true },
      cancelText: t(consoleText.cancel),
      onOk: () => {
        edit((now) => ({ ...now, queues: now.queues.filter(({ id }) => id !== queue.id) }));
        go(hrefOf(['routing', 'queues']), 'replace');
      },
    });
  }

  return (
    <>
      <Panel
        title={queue.name[language] || t(routingText.unnamed)}
        actions={
          mayEdit && (
            <span className="panel-actions">
              {index > 0 && (
                <Button
                  size="small"
                  onClick={() => edit((now) => ({ ...now, queues: movedTo(now.queues, index, 0) }))}
                >
                  {t(queuesText.makeDefault)}
                </Button>
              )}
              {policy.queues.length > 1 && (
                <Button size="small" danger onClick={remove}>
                  {t(routingText.remove)}
                </Button>
              )}
            </span>
          )
        }
      >
        <ProblemNote path={part.path} />
        <NameFields name={queue.name} path={`${part.path}.name`} onChange={(name) => part.change({ name })} />
      </Panel>
      <QueueMembers {...part} />
      <QueueOrder {...part} />
      <QueueOverflow {...part} />
      <QueueHours {...part} />
      <QueueLimits {...part} />
    </>
  );
}
