import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Queue } from '../../../../core/terms/queue.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { go, hrefOf } from '../../frame/route.ts';
import { freshId } from '../draft/list-edit.ts';
import { Split } from '../fields/split.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { QueueForm } from './queue-form.tsx';

/** The queues at the left, the chosen one at the right. */
export function QueuesPage({ chosen }: { readonly chosen: string | undefined }) {
  const { language, t } = useLanguage();
  const { policy, mayEdit, edit } = usePolicy();
  const index = chosen === undefined ? 0 : policy.queues.findIndex(({ id }) => id === chosen);
  const queue = policy.queues[index] ?? policy.queues[0];

  function add() {
    const id = freshId('queue', policy.queues);
    const like = policy.queues[0];
    const made: Queue = {
      id,
      name: { zh: queuesText.newName.zh, en: queuesText.newName.en },
      agentIds: null,
      requires: [],
      prefers: [],
      mode: like?.mode ?? 'preview',
      offerMs: like?.offerMs ?? 15_000,
      order: 'priority',
      ageingMs: like?.ageingMs ?? 120_000,
      overflow: [],
      ...(like?.calendarId ? { calendarId: like.calendarId } : {}),
      whenClosed: like?.whenClosed ?? 'message',
      whenNobody: like?.whenNobody ?? 'message',
      whenSilent: like?.whenSilent ?? 'requeue',
      wrapUpMs: like?.wrapUpMs ?? 0,
    };
    edit((now) => ({ ...now, queues: [...now.queues, made] }));
    go(hrefOf(['routing', 'queues', id]));
  }

  return (
    <>
      <p className="soft section-lead">{t(queuesText.lead)}</p>
      <Split
        label={t(queuesText.list)}
        back={{ href: hrefOf(['routing', 'queues']), label: t(queuesText.back) }}
        isChosen={chosen !== undefined}
        items={policy.queues.map((one, place) => ({
          id: one.id,
          path: `queues.${place}`,
          href: hrefOf(['routing', 'queues', one.id]),
          current: one.id === queue?.id,
          title: one.name[language] || t(routingText.unnamed),
          badge: place === 0 ? t(queuesText.isDefault) : undefined,
          words: `${
            one.agentIds === null
              ? t(queuesText.everybody)
              : fill(t(queuesText.members), { count: one.agentIds.length })
          } · ${t(queuesText[one.mode])}`,
        }))}
        action={
          mayEdit && (
            <Button block type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
              {t(queuesText.add)}
            </Button>
          )
        }
      >
        {queue && <QueueForm key={queue.id} queue={queue} index={Math.max(0, index)} />}
      </Split>
    </>
  );
}
