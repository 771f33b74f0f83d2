import { FileTextOutlined, RightOutlined, TeamOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { AssistReply } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { sourceOf } from '../conversation/citations.tsx';
import { keyLabel } from '../keys/key-label.ts';
import { Key } from '../marks.tsx';
import type { TakenHelp } from './assist-use.ts';
import { helpMark } from './visible.ts';

/** Replies beyond these have no key and are not shown. */
const withKey = 3;

const icons = {
  article: <FileTextOutlined aria-hidden="true" />,
  team: <TeamOutlined aria-hidden="true" />,
  step: <RightOutlined aria-hidden="true" />,
} as const;

/** Replies to take over, each with the key that does it. */
export function Replies({
  replies,
  mayInsert,
  onInsert,
}: {
  readonly replies: readonly AssistReply[];
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
}) {
  const { t } = useLanguage();
  return (
    <ol className="assist-replies">
      {replies.slice(0, withKey).map((reply, index) => (
        <li key={reply.ref} {...helpMark({ kind: 'reply', ref: reply.ref })}>
          <Tooltip
            placement="left"
            mouseEnterDelay={0.4}
            title={
              <>
                {t(assistText.insert)} <Key>{keyLabel(`Alt+${index + 1}`)}</Key>
              </>
            }
          >
            <button
              type="button"
              className="suggestion"
              disabled={!mayInsert}
              onClick={() => onInsert({ kind: 'reply', ref: reply.ref, text: reply.text })}
            >
              <Key>{String(index + 1)}</Key>
              <span className="suggestion-text">{reply.text}</span>
            </button>
          </Tooltip>
          <div className="assist-source">
            {icons[reply.from]}
            <Source reply={reply} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where a reply comes from, in words, and how colleagues judged it. */
function Source({ reply }: { readonly reply: AssistReply }) {
  const { t } = useLanguage();
  const { citation, from, sent, shown } = reply;
  return (
    <>
      {citation && from !== 'team' ? (
        <a href={sourceOf(citation)} target="_blank" rel="noreferrer" title={citation.title}>
          {from === 'step' ? `${t(assistText.from.step)} · ${citation.title}` : citation.title}
        </a>
      ) : (
        <span className="assist-source-name">{t(assistText.from[from])}</span>
      )}
      {shown > 0 && <span className="assist-tally">{fill(t(assistText.sentOf), { sent, shown })}</span>}
    </>
  );
}
