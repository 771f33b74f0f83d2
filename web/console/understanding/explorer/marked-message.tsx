import type { CSSProperties } from 'react';
import type { ExplainedSignal } from '../../../../core/protocol/understanding.ts';
import { explorerText } from '../../../../core/text/console-explorer.ts';
import { fill } from '../../../../core/text/fill.ts';
import { signalWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { markWords, standsIn } from './mark-words.ts';

/** The message itself: words that carried the signal are tinted, those against it have a dashed line. */
export function MarkedMessage({
  text,
  signal,
}: {
  readonly text: string;
  readonly signal: ExplainedSignal | null;
}) {
  const { t } = useLanguage();
  const parts = signal?.parts ?? [];
  const stretches = markWords(text, parts);
  const title =
    signal && parts.length > 0
      ? fill(t(explorerText.marked), { signal: t(signalWord[signal.signal]) })
      : t(explorerText.unmarked);
  return (
    <section className="marked" aria-label={title}>
      <h2 className="explorer-heading">{title}</h2>
      <p className="marked-text">
        {stretches.map(({ text: words, weight }, at) => {
          // Stretches have no name of their own: the same words may stand in many places.
          const key = `${at}-${words}`;
          if (weight === 0) return <span key={key}>{words}</span>;
          // Up to 44 %: more would leave too little contrast to the words on the dark surface.
          return (
            <mark
              key={key}
              className={weight < 0 ? 'mark-against' : 'mark-for'}
              style={{ '--strength': `${Math.round(12 + 32 * Math.abs(weight))}%` } as CSSProperties}
            >
              {words}
              {weight < 0 && <span className="for-readers-only">（{t(explorerText.speaksAgainst)}）</span>}
            </mark>
          );
        })}
      </p>
      {signal && parts.length > 0 && (
        <p className="marked-legend">
          <span>
            <span className="legend-for" aria-hidden="true" />
            {t(explorerText.legendFor)}
          </span>
          {parts.some(({ weight }) => weight < 0) && (
            <span>
              <span className="legend-against" aria-hidden="true" />
              {t(explorerText.legendAgainst)}
            </span>
          )}
          {parts.some(({ words }) => !standsIn(words, text)) && <span>{t(explorerText.notLiteral)}</span>}
        </p>
      )}
      {signal && parts.length === 0 && <p className="marked-legend">{t(explorerText.noWords)}</p>}
    </section>
  );
}
