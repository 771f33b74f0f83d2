import { useMemo } from 'react';
import { type DiffRow, lineDiff, sideBySide } from '../../../core/knowledge/line-diff.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';

/** Unchanged lines kept around a change; longer runs are folded to one line that tells their number. */
const context = 3;

type Shown = DiffRow | { readonly folded: number };

function fold(rows: readonly DiffRow[]): Shown[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some((row) => !row.same),
  );
  const shown: Shown[] = [];
  let folded = 0;
  const flush = () => {
    if (folded > 0) shown.push({ folded });
    folded = 0;
  };
  rows.forEach((row, index) => {
    if (near[index]) {
      flush();
      shown.push(row);
    } else folded += 1;
  });
  flush();
  return shown;
}

/** Two texts side by side, differing lines marked by sign and colour. */
export function DiffView({
  before,
  after,
  names,
}: {
  readonly before: string;
  readonly after: string;
  readonly names: readonly [string, string];
}) {
  const { t } = useLanguage();
  const rows = useMemo(() => fold(sideBySide(lineDiff(before, after))), [before, after]);
  if (before === after) return <p className="soft">{t(knowledgeText.sameText)}</p>;
  return (
    <div className="diff">
      <div className="diff-head">
        <b>{names[0]}</b>
        <b>{names[1]}</b>
      </div>
      {rows.map((row, index) =>
        'folded' in row ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <div className="diff-folded figure" key={index}>
            {fill(t(knowledgeText.unchangedLines), { count: row.folded })}
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <div className="diff-row" key={index}>
            <Side text={row.left} mark={row.same ? null : 'removed'} />
            <Side text={row.right} mark={row.same ? null : 'added'} />
          </div>
        ),
      )}
    </div>
  );
}

function Side({ text, mark }: { readonly text: string | null; readonly mark: 'removed' | 'added' | null }) {
  const { t } = useLanguage();
  if (text === null) return <div className="diff-line diff-nothing" />;
  if (mark === null) return <div className="diff-line">{text || ' '}</div>;
  return (
    <div className={`diff-line diff-${mark}`}>
      <span
        className="diff-sign"
        role="img"
        aria-label={t(mark === 'removed' ? knowledgeText.removedLine : knowledgeText.addedLine)}
      >
        {mark === 'removed' ? '−' : '+'}
      </span>
      {text || ' '}
    </div>
  );
}
