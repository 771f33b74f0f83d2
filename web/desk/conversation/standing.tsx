import { CloseOutlined, TeamOutlined } from '@ant-design/icons';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { permissionsOf } from '../actions/permissions.ts';
import { useActions } from '../actions/use-actions.ts';
import { RowTags } from '../list/row-tags.tsx';
import { WhyChip } from '../routing/why-chip.tsx';
import { SlaCountdowns } from '../sla/sla-bar.tsx';
import { useDesk } from '../store/use-desk.ts';
import { Labels } from './labels.tsx';
import type { PaneAction } from './pane-action.ts';
import './standing.css';

/** One line under the name: promises of time, what sets the conversation apart, why it is whose it is, who helps. */
export function Standing({
  summary,
  onAction,
}: {
  readonly summary: ConversationSummary;
  readonly onAction: (action: PaneAction) => void;
}) {
  const me = useDesk((state) => state.me);
  if (summary.status !== 'open' || summary.owner.kind === 'assistant') return null;
  const isLead = me.role !== 'agent';
  return (
    <div className="standing">
      <SlaCountdowns clocks={summary.clocks} />
      <RowTags summary={summary} />
      <WhyChip conversationId={summary.id} onOthers={isLead ? () => onAction('routing') : undefined} />
      <Labels summary={summary} />
      <Helpers summary={summary} />
    </div>
  );
}

/** Who helps in notes; the owner, a supervisor and the helper may end it. */
function Helpers({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const colleagues = useDesk((state) => state.colleagues);
  const actions = useActions();
  const may = permissionsOf(summary, me);
  if (summary.helpers.length === 0) return null;
  return (
    <span className="helpers">
      <TeamOutlined aria-hidden="true" /> {t(routingText.help.helpers)}
      {summary.helpers.map((id) => {
        const isMe = id === me.id;
        const name = colleagues.get(id)?.name ?? t(deskText.timeline.somebody);
        const label = isMe ? t(routingText.help.leave) : fill(t(routingText.help.remove), { name });
        return (
          <span key={id} className="helper">
            {isMe ? t(deskText.timeline.you) : name}
            {(may.invite || isMe) && (
              <button
                type="button"
                className="plain"
                aria-label={label}
                title={label}
                onClick={() => void actions.release(summary.id, id, isMe ? null : name)}
              >
                <CloseOutlined />
              </button>
            )}
          </span>
        );
      })}
    </span>
  );
}
