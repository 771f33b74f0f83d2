import { ArrowLeftOutlined, MoreOutlined, ProfileOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton, Tooltip } from 'antd';
import { useState } from 'react';
import type { ConversationSummary, SuggestedReply } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { emotionWord } from '../../../core/text/reasons.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { permissionsOf } from '../actions/permissions.ts';
import { useNow } from '../clock.ts';
import { Composer } from '../composer/composer.tsx';
import { drafts } from '../composer/drafts.ts';
import { focusComposer } from '../composer/focus.ts';
import { contactName } from '../contact-name.ts';
import { keyLabel } from '../keys/key-label.ts';
import { AssistantFace, Key, MoodMark, VerifiedMark } from '../marks.tsx';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { clock } from '../time.ts';
import { OutgoingView } from './outgoing.tsx';
import { Timeline } from './timeline.tsx';
import { useSeen } from './use-seen.ts';

export type PaneAction = 'accept' | 'takeOver' | 'returnToAssistant' | 'transfer' | 'resolve';

/** The middle column: who it is and what can be done, the timeline, and where the reply is written. */
export function ConversationPane({
  conversationId,
  suggestions,
  onAction,
  onBack,
  onContext,
}: {
  readonly conversationId: string;
  readonly suggestions: readonly SuggestedReply[];
  readonly onAction: (action: PaneAction) => void;
  readonly onBack: () => void;
  readonly onContext: () => void;
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const summary = useDesk((state) => state.summaries.get(conversationId));
  const timeline = useDesk((state) => state.timelines.get(conversationId));
  const failure = useDesk((state) => state.failures.get(conversationId));
  const [readAtOpening] = useState(() => summary?.readSeq ?? null);
  useSeen(conversationId, timeline?.upTo ?? 0);

  if (failure !== undefined && (!summary || !timeline)) {
    const { message, code } = errorSentence(failure);
    return (
      <section className="column-conversation">
        <div className="empty empty-centre" role="alert">
          <p>{t(deskText.timeline.failedTitle)}</p>
          <p className="soft">{message}</p>
          <p className="soft">
            {t(deskText.app.code)} {code}
          </p>
          <Button onClick={() => desk.retry(conversationId)}>{t(deskText.app.retry)}</Button>
        </div>
      </section>
    );
  }
  if (!summary) return <PaneSkeleton />;
  return (
    <section className="column-conversation" aria-label={t(deskText.app.conversation)}>
      <Head summary={summary} onAction={onAction} onBack={onBack} onContext={onContext} />
      {timeline && timeline.upTo > 0 ? (
        <Log summary={summary} readAtOpening={readAtOpening} />
      ) : (
        <div className="timeline-frame">
          <TimelineSkeleton />
        </div>
      )}
      <Foot summary={summary} suggestions={suggestions} onAction={onAction} />
    </section>
  );
}

function Head({
  summary,
  onAction,
  onBack,
  onContext,
}: {
  readonly summary: ConversationSummary;
  readonly onAction: (action: PaneAction) => void;
  readonly onBack: () => void;
  readonly onContext: () => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const may = permissionsOf(summary, me);
  const quiet = (
    [
      ['returnToAssistant', 'B'],
      ['transfer', 'T'],
    ] as const
  ).filter(([action]) => may[action]);
  return (
    <header className="pane-head">
      <Button
        type="text"
        className="only-narrow"
        icon={<ArrowLeftOutlined />}
        aria-label={t(deskText.app.back)}
        onClick={onBack}
      />
      <div className="pane-who">
        <h1>
          <span className="pane-name">{contactName(summary.contact, t)}</span>
          <VerifiedMark verified={summary.contact.verified} />
          {summary.contact.tier && <span className="tier">{summary.contact.tier}</span>}
          {summary.mood && summary.mood.emotion !== 'neutral' && (
            <span className="pane-mood">
              <MoodMark emotion={summary.mood.emotion} intensity={summary.mood.intensity} />
              {t(emotionWord[summary.mood.emotion])}
            </span>
          )}
        </h1>
        <p className="soft">
          <HeldBy summary={summary} />
        </p>
      </div>
      <div className="pane-actions">
        {quiet.map(([action, key]) => (
          <Tooltip key={action} title={<Key>{key}</Key>}>
            <Button className="not-narrow" onClick={() => onAction(action)}>
              {t(deskText.actions[action])}
            </Button>
          </Tooltip>
        ))}
        {may.takeOver && (
          <Tooltip title={<Key>A</Key>}>
            <Button onClick={() => onAction('takeOver')}>{t(deskText.actions.takeOver)}</Button>
          </Tooltip>
        )}
        {may.accept && (
          <Tooltip title={<Key>A</Key>}>
            <Button type="primary" onClick={() => onAction('accept')}>
              {t(deskText.actions.accept)}
            </Button>
          </Tooltip>
        )}
        {may.resolve && (
          <Tooltip title={<Key>{keyLabel('⌘↵')}</Key>}>
            <Button type={may.reply ? 'primary' : 'default'} onClick={() => onAction('resolve')}>
              {t(deskText.actions.resolve)}
            </Button>
          </Tooltip>
        )}
        {quiet.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: quiet.map(([action]) => ({ key: action, label: t(deskText.actions[action]) })),
              onClick: ({ key }) => onAction(key as PaneAction),
            }}
          >
            <Button
              type="text"
              className="only-narrow"
              icon={<MoreOutlined />}
              aria-label={t(deskText.actions.more)}
            />
          </Dropdown>
        )}
        <Button
          type="text"
          className="opens-context"
          icon={<ProfileOutlined />}
          aria-label={t(deskText.actions.showContext)}
          onClick={onContext}
        />
      </div>
    </header>
  );
}

function HeldBy({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const now = useNow();
  const { owner } = summary;
  if (summary.status === 'resolved') return t(deskText.list.closed);
  if (owner.kind === 'assistant') return t(deskText.list.withAssistant);
  if (owner.kind === 'queue') {
    const time = clock(now - (summary.waitingSince ?? now));
    return (
      <>
        {t(deskText.list.inQueue)} · <span className="figure">{fill(t(deskText.list.waited), { time })}</span>
      </>
    );
  }
  const mine = owner.kind === 'agent' && owner.agentId === me.id;
  const holder = mine
    ? t(deskText.list.withMe)
    : fill(t(deskText.list.withAgent), { name: summary.agentName ?? t(deskText.timeline.somebody) });
  if (summary.customerWaitingSince === null) return holder;
  const time = clock(now - summary.customerWaitingSince);
  return (
    <>
      {holder} · <span className="figure">{fill(t(deskText.list.owesReply), { time })}</span>
    </>
  );
}

function Log({
  summary,
  readAtOpening,
}: {
  readonly summary: ConversationSummary;
  readonly readAtOpening: number | null;
}) {
  const { t } = useLanguage();
  const timeline = useDesk((state) => state.timelines.get(summary.id));
  const outbox = useDesk((state) => state.outbox);
  const writing = useDesk((state) => state.writing.get(summary.id));
  const typing = useTypingNow(summary.id);
  const onItsWay = outbox.filter((one) => one.conversationId === summary.id);
  const tail = `${onItsWay.map((one) => one.id + one.state).join()}|${writing?.text.length ?? 0}|${typing?.by ?? ''}`;
  return (
    <Timeline
      conversationId={summary.id}
      events={timeline?.events ?? []}
      contactName={contactName(summary.contact, t)}
      unreadAfter={readAtOpening}
      tail={tail}
    >
      {writing && <Writing text={writing.text} />}
      {onItsWay.map((one) => (
        <OutgoingView key={one.id} outgoing={one} />
      ))}
      {typing && <Typing by={typing.by} name={typing.name || contactName(summary.contact, t)} />}
    </Timeline>
  );
}

/** Who is typing now; a sign that was not repeated fades. */
function useTypingNow(conversationId: string) {
  const typing = useDesk((state) => state.typing.get(conversationId));
  const me = useDesk((state) => state.me);
  useNow();
  if (!typing || typing.until < Date.now() || typing.by === 'assistant') return null;
  return typing.by === 'agent' && typing.name === me.name ? null : typing;
}

function Writing({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  return (
    <article className="message message-assistant message-writing">
      <header>
        <AssistantFace />
        <span className="message-name">{t(deskText.timeline.writing)}</span>
      </header>
      <div className="message-line">
        <div className="bubble">
          <div className="words">{text}</div>
        </div>
      </div>
    </article>
  );
}

function Typing({ by, name }: { readonly by: string; readonly name: string }) {
  const { t } = useLanguage();
  return (
    <p className={`typing typing-${by}`}>
      <span className="typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {fill(t(deskText.timeline.typing), { name })}
    </p>
  );
}

function Foot({
  summary,
  suggestions,
  onAction,
}: {
  readonly summary: ConversationSummary;
  readonly suggestions: readonly SuggestedReply[];
  readonly onAction: (action: PaneAction) => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const may = permissionsOf(summary, me);
  const [noting, setNoting] = useState(() => {
    const { note, kind } = drafts.get(summary.id);
    return kind === 'note' && note !== '';
  });
  if (may.reply || noting) {
    return <Composer summary={summary} mayReply={may.reply} suggestions={suggestions} />;
  }
  const { owner } = summary;
  const sentence =
    summary.status === 'resolved'
      ? t(deskText.composer.resolved)
      : owner.kind === 'queue'
        ? t(deskText.composer.heldByQueue)
        : owner.kind === 'assistant'
          ? t(deskText.composer.heldByAssistant)
          : fill(t(deskText.composer.heldByOther), {
              name: summary.agentName ?? t(deskText.timeline.somebody),
            });
  return (
    <div className="composer-closed">
      <p>{sentence}</p>
      <div>
        <Button
          data-action="note"
          onClick={() => {
            drafts.set(summary.id, { kind: 'note' });
            focusComposer(summary.id);
            setNoting(true);
          }}
        >
          {t(deskText.composer.writeNote)}
        </Button>
        {may.accept && (
          <Button type="primary" onClick={() => onAction('accept')}>
            {t(deskText.composer.accept)}
          </Button>
        )}
        {may.takeOver && (
          <Button type="primary" onClick={() => onAction('takeOver')}>
            {t(deskText.composer.takeOver)}
          </Button>
        )}
      </div>
    </div>
  );
}

function PaneSkeleton() {
  const { t } = useLanguage();
  return (
    <section className="column-conversation" aria-busy="true" aria-label={t(deskText.timeline.loading)}>
      <header className="pane-head">
        <Skeleton.Input active size="small" />
      </header>
      <div className="timeline-frame">
        <TimelineSkeleton />
      </div>
    </section>
  );
}

function TimelineSkeleton() {
  return (
    <div className="timeline-skeleton" aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: 2, width: ['46%', '32%'] }} />
      <Skeleton
        active
        title={false}
        paragraph={{ rows: 3, width: ['52%', '60%', '40%'] }}
        className="skeleton-right"
      />
      <Skeleton active title={false} paragraph={{ rows: 1, width: ['38%'] }} />
    </div>
  );
}

/** Shown where no conversation is chosen. */
export function NoConversation() {
  const { t } = useLanguage();
  return (
    <section className="column-conversation">
      <div className="empty empty-centre">
        <p>{t(deskText.timeline.pick)}</p>
        <p className="soft">{t(deskText.timeline.pickHelp)}</p>
      </div>
    </section>
  );
}
