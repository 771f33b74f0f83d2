import { Popover } from 'antd';
import type { HandoffReason } from '../../core/terms/handoff-reason.ts';
import { deskText } from '../../core/text/desk.ts';
import { handoffReasonChip, handoffReasonSentence } from '../../core/text/reasons.ts';
import { useLanguage } from '../ui/language.ts';

/** Reasons as chips in plain words. In a list they explain themselves on hover; elsewhere they open to the figures. */
export function ReasonChips({
  reasons,
  opens = false,
  most = 3,
}: {
  readonly reasons: readonly HandoffReason[];
  readonly opens?: boolean;
  readonly most?: number;
}) {
  const { language, t } = useLanguage();
  const shown = reasons.slice(0, most);
  const hidden = reasons.length - shown.length;
  return (
    <span className="chips">
      {shown.map((reason) =>
        opens ? (
          <Popover
            key={reason.code}
            trigger={['click', 'hover']}
            placement="bottomLeft"
            content={
              <div className="reason-detail">
                <p>{handoffReasonSentence(reason, language)}</p>
                {reason.evidence && reason.evidence.length > 0 && (
                  <p className="soft">
                    {t(deskText.context.evidence)} {reason.evidence.map((words) => `“${words}”`).join(' ')}
                  </p>
                )}
              </div>
            }
          >
            <button type="button" className={`chip chip-button chip-${reason.code}`}>
              {t(handoffReasonChip[reason.code])}
            </button>
          </Popover>
        ) : (
          <span
            key={reason.code}
            className={`chip chip-${reason.code}`}
            title={handoffReasonSentence(reason, language)}
          >
            {t(handoffReasonChip[reason.code])}
          </span>
        ),
      )}
      {hidden > 0 && <span className="chip">+{hidden}</span>}
    </span>
  );
}
