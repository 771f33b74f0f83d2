import { LockOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { AssistPassage } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { MarkedText, Marks } from '../../ui/marked.tsx';
import { useSlowNow } from '../clock.ts';
import { articleInConsole, sourceOf } from '../conversation/citations.tsx';
import { MarkdownView } from '../conversation/markdown-view.tsx';
import { plainText } from '../plain-text.ts';
import type { TakenHelp } from './assist-use.ts';
import { clauseDates } from './clause-dates.ts';
import { helpMark } from './visible.ts';

const noMarks: readonly string[] = [];
/** Passages beyond these are folded. */
const shownAtFirst = 2;
/** Characters and lines beyond which a passage is clamped. */
const long = 110;
const manyLines = 4;

/** Passages of the knowledge base: their source, from when to when they hold, and whether a customer may read them. */
export function Passages({
  passages,
  mayInsert,
  onInsert,
  first = shownAtFirst,
}: {
  readonly passages: readonly AssistPassage[];
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
  /** Those beyond are folded. */
  readonly first?: number;
}) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? passages : passages.slice(0, first);
  return (
    <>
      <ul className="assist-cards">
        {shown.map((passage) => (
          <li key={passage.ref} {...helpMark({ kind: 'passage', ref: passage.ref })}>
            <Marks value={passage.marks ?? noMarks}>
              <PassageCard passage={passage} mayInsert={mayInsert} onInsert={onInsert} />
            </Marks>
          </li>
        ))}
      </ul>
      {shown.length < passages.length && (
        <button type="button" className="assist-more" onClick={() => setAll(true)}>
          {fill(t(assistText.more), { count: passages.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** 内部: told by a lock, a word and a dashed edge. */
export function InternalMark() {
  const { t } = useLanguage();
  return (
    <span className="internal-mark" title={t(assistText.internalHelp)}>
      <LockOutlined aria-hidden="true" /> {t(assistText.internal)}
    </span>
  );
}

function PassageCard({
  passage,
  mayInsert,
  onInsert,
}: {
  readonly passage: AssistPassage;
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
}) {
  const { language, t } = useLanguage();
  const now = useSlowNow();
  const [open, setOpen] = useState(false);
  const internal = passage.audience === 'staff';
  const dates = clauseDates(passage, now, language);
  const folds = passage.text.length > long || passage.text.split('\n').length > manyLines;
  const heading = passage.headings.at(-1);
  const insert = () => onInsert({ kind: 'passage', ref: passage.ref, text: plainText(passage.text) });
  const onKeyDown = (event: KeyboardEvent) => {
    // What is internal is copied on purpose, never inserted by one key.
    if (event.target !== event.currentTarget || event.key !== 'Enter' || internal || !mayInsert) return;
    event.preventDefault();
    insert();
  };
  return (
    <article
      className={internal ? 'assist-card assist-card-internal' : 'assist-card'}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <a
          href={internal ? articleInConsole(passage.citation.articleId) : sourceOf(passage.citation)}
          target="_blank"
          rel="noreferrer"
          title={passage.citation.title}
        >
          <MarkedText text={passage.citation.title} />
          {heading && heading !== passage.citation.title && (
            <span>
              {' '}
              › <MarkedText text={heading} />
            </span>
          )}
        </a>
        {internal && <InternalMark />}
      </header>
      {passage.products && (
        <p className="clause-dates">
          {fill(t(assistText.forProducts), {
            products: passage.products.join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {dates && <p className="clause-dates">{dates}</p>}
      <div className={folds && !open ? 'passage-text passage-folded' : 'passage-text'}>
        <MarkdownView text={passage.text} />
      </div>
      <footer>
        {folds && (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? assistText.collapse : assistText.expand)}
          </button>
        )}
        {internal ? (
          <CopyInternal text={passage.text} />
        ) : (
          <button type="button" className="link" disabled={!mayInsert} onClick={insert}>
            {t(assistText.insert)}
          </button>
        )}
      </footer>
    </article>
  );
}

/** What is internal never lands in a reply by one key: it is copied on purpose, with its mark above it. */
function CopyInternal({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${t(assistText.internalMark)}\n${plainText(text)}`);
      void message.info({ content: t(assistText.copiedInternal), key: 'copy' });
    } catch {
      void message.warning({ content: t(assistText.copyFailed), key: 'copy' });
    }
  };
  return (
    <button type="button" className="link" onClick={() => void copy()}>
      {t(assistText.copyInternal)}
    </button>
  );
}
