import { ClockCircleOutlined, EyeOutlined, LockOutlined } from '@ant-design/icons';
import { dueOf } from '../../../core/knowledge/due.ts';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { momentOf } from './moment.ts';

/** What a lead should see of an article without opening it: who may read it, and what its dates ask for. */
export function ArticleMarks({ article }: { readonly article: ArticleView }) {
  const { language, t } = useLanguage();
  const { inForce, scheduled, endsSoon, reviewDue } = dueOf(article, Date.now());
  const date = (at: number) => momentOf(at, language);
  const isProposal = article.status !== 'published' && inForce !== null;
  return (
    <>
      {article.audience === 'staff' && (
        <span className="mark">
          <LockOutlined aria-hidden="true" />
          {t(reachText.internal)}
        </span>
      )}
      {isProposal && (
        <span className="mark mark-live">{fill(t(reachText.liveBelow), { version: inForce.version })}</span>
      )}
      {scheduled && (
        <span className="mark mark-scheduled figure">
          <ClockCircleOutlined aria-hidden="true" />
          {inForce
            ? fill(t(reachText.nextFrom), { version: scheduled.version, date: date(scheduled.from) })
            : fill(t(reachText.from), { date: date(scheduled.from) })}
        </span>
      )}
      {inForce?.until != null && !scheduled && (
        <span className={`mark figure${endsSoon ? ' mark-due' : ''}`}>
          <ClockCircleOutlined aria-hidden="true" />
          {fill(t(endsSoon ? reachText.endsSoon : reachText.until), { date: date(inForce.until) })}
        </span>
      )}
      {reviewDue && (
        <span className="mark mark-due">
          <EyeOutlined aria-hidden="true" />
          {t(reachText.reviewDue)}
        </span>
      )}
    </>
  );
}
