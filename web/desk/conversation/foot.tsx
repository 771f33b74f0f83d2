import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { permissionsOf } from '../actions/permissions.ts';
import type { Help } from '../assist/use-assist.ts';
import { Composer } from '../composer/composer.tsx';
import { drafts } from '../composer/drafts.ts';
import { focusComposer } from '../composer/focus.ts';
import { Key } from '../marks.tsx';
import { useDesk } from '../store/use-desk.ts';
import type { PaneAction } from './pane-action.ts';

/** Where one writes, or why one does not and what can be done about it. */
export function Foot({
  summary,
  help,
  onAction,
}: {
  readonly summary: ConversationSummary;
  readonly help: Help;
  readonly onAction: (action: PaneAction) => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const may = permissionsOf(summary, me);
  const [noting, setNoting] = useState(() => {
    const { note, whisper, kind } = drafts.get(summary.id);
    return kind !== 'reply' && `${note}${whisper}` !== '';
  });
  if (may.reply || noting) {
    return (
      <Composer
        summary={summary}
        mayReply={may.reply}
        mayWhisper={may.whisper}
        help={help}
        onAction={onAction}
      />
    );
  }
  const write = (kind: 'note' | 'whisper') => {
    drafts.set(summary.id, { kind });
    focusComposer(summary.id);
    setNoting(true);
  };
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
        <Button data-action="note" onClick={() => write('note')}>
          {t(deskText.composer.writeNote)}
        </Button>
        {may.whisper && (
          <Tooltip title={<Key>W</Key>}>
            <Button data-action="whisper" onClick={() => write('whisper')}>
              {t(routingText.whisper.tab)}
            </Button>
          </Tooltip>
        )}
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
