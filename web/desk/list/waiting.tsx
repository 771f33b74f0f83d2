import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { useDeskPolicy } from '../desk-policy.tsx';
import { mostUrgent, standingOf } from '../sla/standing.ts';
import { clock, fullStamp, span } from '../time.ts';
import { isLeft } from './groups.ts';

/** How long somebody has been waiting, ticking; where nobody waits, how long ago something was said. */
export function Waiting({ summary }: { readonly summary: ConversationSummary }) {
  const { language, t } = useLanguage();
  const now = useNow();
  const { calendars } = useDeskPolicy();
  const since = summary.waitingSince ?? summary.customerWaitingSince;
  if (since !== null && summary.status === 'open' && !isLeft(summary, now)) {
    const time = clock(now - since);
    const words = summary.waitingSince !== null ? deskText.list.waited : deskText.list.owesReply;
    const urgent = mostUrgent(summary.clocks);
    const tone = urgent ? standingOf(urgent, calendars, now).tone : 'calm';
    return (
      <span className={`row-clock row-clock-${tone}`} title={fill(t(words), { time })}>
        {time}
      </span>
    );
  }
  const at = summary.preview?.at ?? summary.updatedAt;
  return (
    <span className="row-clock row-ago" title={fullStamp(at, language)}>
      {span(now - at, language)}
    </span>
  );
}
