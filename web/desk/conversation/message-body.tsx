import { useState } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { MarkdownView } from './markdown-view.tsx';

/** Characters beyond which a message is folded, and how many of them stay in view. */
const foldFrom = 1500;
const foldTo = 900;

/** The words of a message: people's as they typed them, the assistant's with its Markdown. Long ones are folded. */
export function MessageText({ text, markdown }: { readonly text: string; readonly markdown: boolean }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const long = text.length > foldFrom;
  const shown = long && !open ? `${text.slice(0, foldTo)}…` : text;
  if (text === '') return null;
  return (
    <>
      {markdown ? <MarkdownView text={shown} /> : <div className="words">{shown}</div>}
      {long && (
        <button type="button" className="unfold" onClick={() => setOpen(!open)}>
          {open ? t(deskText.timeline.showLess) : fill(t(deskText.timeline.showAll), { count: text.length })}
        </button>
      )}
    </>
  );
}
