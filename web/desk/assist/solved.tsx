import type { AssistSolved } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useSlowNow } from '../clock.ts';
import { dayOf } from '../time.ts';
import type { TakenHelp } from './assist-use.ts';
import { helpMark } from './visible.ts';

/** What colleagues did about the same matter before; the conversation itself is one click away. */
export function Solved({
  solved,
  mayInsert,
  onInsert,
  onLook,
}: {
  readonly solved: readonly AssistSolved[];
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
  readonly onLook: (conversationId: string) => void;
}) {
  const { language, t } = useLanguage();
  const now = useSlowNow();
  return (
    <ul className="assist-cards">
      {solved.map((one) => (
        <li key={one.ref} {...helpMark({ kind: 'solved', ref: one.ref })}>
          <article className="assist-card">
            <p className="solved-question">{one.question}</p>
            <p className="solved-worked">
              <span className="unseen">{t(assistText.worked)}：</span>
              {one.worked}
            </p>
            <p className="soft">
              {one.agentName} · {dayOf(one.resolvedAt, now, language)}
              {one.rating !== null && ` · ${fill(t(assistText.rated), { rating: one.rating })}`}
            </p>
            <footer>
              <button type="button" className="link" onClick={() => onLook(one.ref)}>
                {t(assistText.openSolved)}
              </button>
              <button
                type="button"
                className="link"
                disabled={!mayInsert}
                onClick={() => onInsert({ kind: 'solved', ref: one.ref, text: one.worked })}
              >
                {t(assistText.insert)}
              </button>
            </footer>
          </article>
        </li>
      ))}
    </ul>
  );
}
