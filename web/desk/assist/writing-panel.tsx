import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { WritingTask } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';
import { plainText } from '../plain-text.ts';
import { insertHelp, replaceReply } from './insert-help.ts';
import type { Writing } from './use-writing.ts';
import { helpMark } from './visible.ts';

const words = assistText.write;

/** What the model writes, beside the draft until the agent takes it or not. A translation stands under its original. */
export function WritingPanel({
  writing,
  conversationId,
  onStop,
  onAgain,
  onClose,
}: {
  readonly writing: Writing;
  readonly conversationId: string;
  readonly onStop: () => void;
  readonly onAgain: (task: WritingTask) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const end = useRef<HTMLDivElement>(null);
  const { task, state, text, ref, error } = writing;
  const usable = state === 'done' && ref !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest words stay in view
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  const take = (put: typeof insertHelp) => {
    if (ref === null) return;
    onClose();
    put(conversationId, { kind: 'written', ref, text: plainText(text) });
  };
  return (
    <section
      className="writing-panel"
      aria-label={t(words.panel)}
      aria-busy={state === 'writing'}
      {...(usable ? helpMark({ kind: 'written', ref }) : {})}
    >
      <header>
        <h3>{t(words.panel)}</h3>
        <span className="soft" role="status">
          {state === 'writing' && t(words.writing)}
          {state === 'stopped' && t(words.stopped)}
        </span>
      </header>
      <div className="writing-words">
        {task.kind === 'translate' && (
          <>
            <h4>{t(words.original)}</h4>
            <p className="soft">{task.text}</p>
            <h4>{t(words.translation)}</h4>
          </>
        )}
        {state === 'failed' ? (
          <p className="writing-failed" role="alert">
            {t(words.failed)}
            {error?.message ? ` · ${error.message}` : ''}
            {error?.code ? ` · ${t(assistText.code)} ${error.code}` : ''}
          </p>
        ) : (
          <p>{plainText(text)}</p>
        )}
        <div ref={end} />
      </div>
      <footer>
        {state === 'writing' ? (
          <Button size="small" onClick={onStop}>
            {t(words.stop)}
          </Button>
        ) : (
          <Button size="small" onClick={() => onAgain(task)}>
            {t(words.again)}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t(words.discard)}
        </Button>
        <Button size="small" disabled={!usable} onClick={() => take(insertHelp)}>
          {t(words.insert)}
        </Button>
        <Button size="small" type="primary" disabled={!usable} onClick={() => take(replaceReply)}>
          {t(words.replace)}
        </Button>
      </footer>
    </section>
  );
}
