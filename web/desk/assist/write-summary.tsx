import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';
import { plainText } from '../plain-text.ts';
import { useCanWrite } from './use-assist.ts';
import { useWriting } from './use-writing.ts';

const words = assistText.write;

/** Lets the model write what a colleague ought to know; the words come into the note as they are written. */
export function WriteSummary({
  conversationId,
  atOnce,
  note,
  onText,
}: {
  readonly conversationId: string;
  readonly atOnce: boolean;
  /** What stands in the note; the summary comes after it. */
  readonly note: string;
  readonly onText: (text: string) => void;
}) {
  const { t } = useLanguage();
  const canWrite = useCanWrite(conversationId);
  const { writing, start, stop } = useWriting(conversationId);
  const begun = useRef(false);
  const before = useRef('');
  const latest = useRef(onText);
  latest.current = onText;

  const write = () => {
    before.current = note.trim() === '' ? '' : `${note.trimEnd()}\n`;
    start({ kind: 'summary' });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, as the dialog opens
  useEffect(() => {
    if (!atOnce || !canWrite || begun.current) return;
    begun.current = true;
    write();
  }, [atOnce, canWrite]);
  useEffect(() => {
    // What failed has no words left: the note is again what it was.
    if (writing) latest.current(before.current + plainText(writing.text));
  }, [writing]);

  if (!canWrite) return null;
  return (
    <>
      {writing?.state === 'failed' && (
        <span className="soft writing-failed" role="alert">
          {t(words.failed)}
          {writing.error?.message ? ` · ${writing.error.message}` : ''}
        </span>
      )}
      {writing?.state === 'writing' ? (
        <Button size="small" type="text" onClick={stop}>
          {t(words.writesSummary)} {t(words.stop)}
        </Button>
      ) : (
        <Button size="small" type="text" icon={<EditOutlined />} onClick={write}>
          {t(words.writeSummary)}
        </Button>
      )}
    </>
  );
}
