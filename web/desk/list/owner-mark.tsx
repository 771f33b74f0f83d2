import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { contactName } from '../contact-name.ts';
import { AssistantFace, PersonFace } from '../marks.tsx';
import { useDesk } from '../store/use-desk.ts';

/** The customer's face with whose seat it is: the assistant's square, an agent's circle, the queue's empty ring. */
export function OwnerMark({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const { owner } = summary;
  const agent = summary.agentName ?? t(deskText.timeline.somebody);
  const label =
    owner.kind === 'assistant'
      ? t(deskText.list.withAssistant)
      : owner.kind === 'queue'
        ? t(deskText.list.inQueue)
        : owner.kind === 'nobody'
          ? t(deskText.list.closed)
          : owner.agentId === me.id
            ? t(deskText.list.withMe)
            : fill(t(deskText.list.withAgent), { name: agent });
  return (
    <span className="row-owner" title={label}>
      <PersonFace name={contactName(summary.contact, t)} size={30} customer />
      <span className={`seat seat-${owner.kind}`} aria-hidden="true">
        {owner.kind === 'assistant' && <AssistantFace size={14} />}
        {owner.kind === 'agent' && <PersonFace name={agent} size={14} />}
      </span>
      <span className="unseen">{label}</span>
    </span>
  );
}
