import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useMemo } from 'react';
import type { Actor } from '../../../core/terms/actor.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { fill } from '../../../core/text/fill.ts';
import { dispositionWord, handoffReasonChip } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { readEvents } from '../calls.ts';
import { Failed, Waiting } from '../frame/states.tsx';
import { When } from '../frame/when.tsx';
import { MarkdownView } from '../markdown-view.tsx';
import { usedMessages } from './used-messages.ts';
import './source-conversation.css';

/** The conversation from which a draft was learned, with the messages marked that went into it. */
export function SourceConversation({
  conversationId,
  draft,
}: {
  readonly conversationId: string;
  /** Title and text of the draft as it was stored. */
  readonly draft: string;
}) {
  const { t } = useLanguage();
  const source = useQuery({
    queryKey: ['events', conversationId],
    queryFn: ({ signal }) => readEvents(conversationId, signal),
  });
  const events = source.data?.events;
  const used = useMemo(() => usedMessages(events ?? [], draft), [events, draft]);
  if (source.isPending) return <Waiting rows={8} />;
  if (source.isError) return <Failed error={source.error} onRetry={() => source.refetch()} />;
  return (
    <>
      {used.size > 0 && (
        <p className="used-count figure">{fill(t(learningText.usedCount), { count: used.size })}</p>
      )}
      <ol className="timeline">
        {source.data.events.map((event) => (
          <Entry key={event.seq} event={event} used={used.has(event.seq)} />
        ))}
      </ol>
    </>
  );
}

function Entry({ event, used }: { readonly event: ConversationEvent; readonly used: boolean }) {
  const { language, t } = useLanguage();
  switch (event.kind) {
    case 'message-received':
    case 'message-sent':
      return <Message event={event} used={used} />;
    case 'note-added':
      if (event.body.withheld) return null;
      return (
        <li className="timeline-note">
          <b>
            {t(learningText.note)} · {nameOf(event.actor, t)}
          </b>
          <p>{event.body.text}</p>
        </li>
      );
    case 'handoff-requested':
      return (
        <li className="timeline-line">
          {t(learningText.handedOver)}
          {event.body.reasons.map((reason) => (
            <Tag key={reason.code} variant="filled">
              {handoffReasonChip[reason.code]?.[language] ?? reason.code}
            </Tag>
          ))}
        </li>
      );
    case 'assigned':
      return <Line>{fill(t(learningText.tookOver), { name: event.body.agentName })}</Line>;
    case 'transferred':
      return <Line>{fill(t(learningText.tookOver), { name: event.body.toAgentName })}</Line>;
    case 'resolved':
      return (
        <Line>
          {fill(t(learningText.resolvedAs), {
            disposition: dispositionWord[event.body.disposition][language],
          })}
          {event.body.note && `：${event.body.note}`}
        </Line>
      );
    case 'rated':
      return <Line>{fill(t(learningText.rated), { score: event.body.score })}</Line>;
    default:
      return null;
  }
}

function Line({ children }: { readonly children: React.ReactNode }) {
  return <li className="timeline-line">{children}</li>;
}

function nameOf(actor: Actor, t: (entry: (typeof learningText)['customer' | 'assistant']) => string): string {
  if (actor.kind === 'agent') return actor.name;
  return t(actor.kind === 'contact' ? learningText.customer : learningText.assistant);
}

function Message({
  event,
  used,
}: {
  readonly event: Extract<ConversationEvent, { kind: 'message-received' | 'message-sent' }>;
  readonly used: boolean;
}) {
  const { t } = useLanguage();
  const who = event.actor.kind === 'system' ? 'assistant' : event.actor.kind;
  const names = event.body.attachments?.map((attachment) => attachment.name).join('、');
  return (
    <li className={`timeline-message by-${who}`} data-used={used || undefined}>
      <div className="timeline-who">
        <span className={`speaker speaker-${who}`} aria-hidden="true">
          {who === 'assistant' ? 'AI' : [...nameOf(event.actor, t)][0]}
        </span>
        <b>{nameOf(event.actor, t)}</b>
        <span className="soft">
          <When at={event.at} />
        </span>
        {used && <span className="used">{t(learningText.used)}</span>}
      </div>
      <div className="timeline-words">
        {who === 'assistant' ? <MarkdownView text={event.body.text} /> : event.body.text}
        {names && <p className="soft">{fill(t(learningText.attachments), { names })}</p>}
      </div>
    </li>
  );
}
