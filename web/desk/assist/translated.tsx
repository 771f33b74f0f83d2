import { TranslationOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Language } from '../../../core/terms/language.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';
import { plainText } from '../plain-text.ts';
import { useCanWrite } from './use-assist.ts';
import { useWriting } from './use-writing.ts';

const words = assistText.write;

/** Under a customer's message in another language: its translation, on demand, beside the original. */
export function Translated({
  conversationId,
  text,
  from,
}: {
  readonly conversationId: string;
  readonly text: string;
  readonly from: Language;
}) {
  const { language, t } = useLanguage();
  const canWrite = useCanWrite(conversationId);
  const { writing, start } = useWriting(conversationId);
  const [open, setOpen] = useState(false);
  if (from === language || !canWrite || text.trim() === '') return null;
  const toggle = () => {
    if (!open && (writing === null || writing.state === 'failed')) {
      start({ kind: 'translate', text, to: language });
    }
    setOpen(!open);
  };
  return (
    <div className="translated">
      <button type="button" className="explain" aria-expanded={open} onClick={toggle}>
        <TranslationOutlined aria-hidden="true" />
        {t(open ? words.hideTranslation : words.translate)}
      </button>
      {open && writing && (
        <div className="translation" aria-live="polite" aria-busy={writing.state === 'writing'}>
          <span className="soft">{t(words.translation)}</span>
          {writing.state === 'failed' ? (
            <p className="writing-failed">{writing.error?.message ?? t(words.failed)}</p>
          ) : (
            <p>{writing.text === '' ? t(words.translating) : plainText(writing.text)}</p>
          )}
        </div>
      )}
    </div>
  );
}
