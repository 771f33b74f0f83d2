import { CloseOutlined, TagOutlined } from '@ant-design/icons';
import { Input, Popover } from 'antd';
import { useMemo, useState } from 'react';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { permissionsOf } from '../actions/permissions.ts';
import { useActions } from '../actions/use-actions.ts';
import { useDeskPolicy } from '../desk-policy.tsx';
import { useDesk } from '../store/use-desk.ts';

const words = routingText.labels;
/** As the server takes them. */
const mostCharacters = 40;
const mostLabels = 20;

/** What the conversation is about, in the house's words; whoever may adds and removes them in place. */
export function Labels({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const actions = useActions();
  const may = permissionsOf(summary, me).label;
  if (summary.labels.length === 0 && !may) return null;
  return (
    <span className="labels">
      {summary.labels.map((label) => {
        const name = fill(t(words.remove), { name: label });
        return (
          <span key={label} className="tag" data-label={label}>
            <span className="label-word" title={label}>
              {label}
            </span>
            {may && (
              <button
                type="button"
                className="plain"
                aria-label={name}
                title={name}
                onClick={() => void actions.removeLabel(summary.id, label)}
              >
                <CloseOutlined />
              </button>
            )}
          </span>
        );
      })}
      {may && summary.labels.length < mostLabels && <AddLabel summary={summary} />}
    </span>
  );
}

function AddLabel({ summary }: { readonly summary: ConversationSummary }) {
  const { t } = useLanguage();
  const actions = useActions();
  const [open, setOpen] = useState(false);
  const add = (label: string) => {
    setOpen(false);
    if (label !== '' && !summary.labels.includes(label)) void actions.addLabel(summary.id, label);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<Choose present={summary.labels} onChoose={add} />}
    >
      <button type="button" className="label-add" aria-haspopup="dialog" aria-expanded={open}>
        <TagOutlined aria-hidden="true" /> {t(words.add)}
      </button>
    </Popover>
  );
}

/** What rules give and what other conversations carry stands to choose from; Enter takes what is written. */
function Choose({
  present,
  onChoose,
}: {
  readonly present: readonly string[];
  readonly onChoose: (label: string) => void;
}) {
  const { t } = useLanguage();
  const { labels } = useDeskPolicy();
  const summaries = useDesk((state) => state.summaries);
  const [text, setText] = useState('');
  const known = useMemo(() => {
    const all = new Set(labels);
    for (const { labels: theirs } of summaries.values()) for (const label of theirs) all.add(label);
    return [...all].filter((label) => !present.includes(label));
  }, [labels, summaries, present]);
  const wanted = text.trim();
  const fits = known.filter((label) => label.toLowerCase().includes(wanted.toLowerCase())).slice(0, 8);
  return (
    <div className="label-choice">
      <Input
        autoFocus
        size="small"
        value={text}
        maxLength={mostCharacters}
        aria-label={t(words.add)}
        placeholder={t(words.placeholder)}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && wanted !== '') onChoose(wanted);
        }}
      />
      {fits.length > 0 && (
        <div className="label-known">
          {fits.map((label) => (
            <button key={label} type="button" className="tag" onClick={() => onChoose(label)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
