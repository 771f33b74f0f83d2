import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { useDesk } from '../store/use-desk.ts';
import { clock } from '../time.ts';

/** Who has the conversation, and how long somebody waits for it. */
export function HeldBy({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const now = useNow();
  const { owner } = summary;
  if (summary.status === 'resolved') return t(deskText.list.closed);
  if (owner.kind === 'assistant') return t(deskText.list.withAssistant);
  if (owner.kind === 'queue') {
    const time = clock(now - (summary.waitingSince ?? now));
    return (
      <>
        {t(deskText.list.inQueue)} · <span className="figure">{fill(t(deskText.list.waited), { time })}</span>
      </>
    );
  }
  const mine = owner.kind === 'agent' && owner.agentId === me.id;
  const holder = mine
    ? t(deskText.list.withMe)
    : fill(t(deskText.list.withAgent), { name: summary.agentName ?? t(deskText.timeline.somebody) });
  if (summary.customerWaitingSince === null) return holder;
  const time = clock(now - summary.customerWaitingSince);
  return (
    <>
      {holder} · <span className="figure">{fill(t(deskText.list.owesReply), { time })}</span>
    </>
  );
}
