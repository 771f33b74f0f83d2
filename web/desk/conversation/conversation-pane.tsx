import { useState } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Help } from '../assist/use-assist.ts';
import { useDesk, useDeskStore } from '../store/use-desk.ts';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { Log } from './log.tsx';
import type { PaneAction } from './pane-action.ts';
import { PaneFailure, PaneSkeleton, TimelineSkeleton } from './pane-states.tsx';
import { useSeen } from './use-seen.ts';

/** The middle column: who it is and what can be done, the timeline, and where the reply is written. */
export function ConversationPane({
  conversationId,
  help,
  onAction,
  onBack,
  onContext,
}: {
  readonly conversationId: string;
  readonly help: Help;
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
    return <PaneFailure error={failure} onRetry={() => desk.retry(conversationId)} />;
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
      <Foot summary={summary} help={help} onAction={onAction} />
    </section>
  );
}
