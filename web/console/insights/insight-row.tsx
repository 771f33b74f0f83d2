import type { ReactNode } from 'react';
import type { Example } from '../../../core/protocol/insights.ts';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';

/** One finding: its name and figures, the trend, what people said, and what to do. */
export function InsightRow({
  name,
  figures,
  chips,
  trend,
  examples = [],
  actions,
  note,
  hot,
}: {
  readonly name: ReactNode;
  readonly figures: ReactNode;
  readonly chips?: ReactNode;
  readonly trend?: ReactNode;
  readonly examples?: readonly Example[];
  readonly actions: ReactNode;
  readonly note?: ReactNode;
  readonly hot?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <li className={hot ? 'insight insight-hot' : 'insight'}>
      <div className="insight-main">
        <h3>{name}</h3>
        <p className="insight-figures figure">{figures}</p>
        {chips && <p className="insight-chips">{chips}</p>}
        {note}
        {examples.length > 0 && (
          <ul className="insight-examples" aria-label={t(insightText.examples)}>
            {examples.map(({ text, conversationId }) => (
              <li key={`${conversationId} ${text}`}>
                <a
                  href={`/desk/#/c/${encodeURIComponent(conversationId)}`}
                  target="tandem-desk"
                  aria-label={fill(t(insightText.openExample), { text })}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="insight-side">
        {trend}
        <div className="insight-actions">{actions}</div>
      </div>
    </li>
  );
}
