import { EyeInvisibleOutlined, LockOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { contactName } from '../contact-name.ts';
import { Key } from '../marks.tsx';
import type { Draft } from './drafts.ts';

type Kind = Draft['kind'];

/** What may be written here, what is written most first. */
export function kindsFor(mayReply: boolean, mayWhisper: boolean): readonly Kind[] {
  return [...(mayReply ? (['reply'] as const) : []), 'note', ...(mayWhisper ? (['whisper'] as const) : [])];
}

export const kindWord: Readonly<Record<Kind, Bilingual>> = {
  reply: deskText.composer.reply,
  note: deskText.composer.note,
  whisper: routingText.whisper.tab,
};

export const sendWord: Readonly<Record<Kind, Bilingual>> = {
  reply: deskText.composer.send,
  note: deskText.composer.saveNote,
  whisper: routingText.whisper.send,
};

const keys: Readonly<Record<Kind, string>> = { reply: 'R', note: 'N', whisper: 'W' };

/** Without a keyboard the hint at its keys would only take room. */
const isPhone = () => matchMedia('(max-width: 760px)').matches;

export function placeholderOf(
  kind: Kind,
  summary: ConversationSummary,
  t: (entry: Bilingual) => string,
): string {
  if (kind === 'note') return t(deskText.composer.noteHint);
  if (kind === 'whisper') {
    const name = summary.agentName ?? t(deskText.timeline.somebody);
    return fill(t(routingText.whisper.placeholder), { name });
  }
  return fill(t(isPhone() ? deskText.composer.replyHintShort : deskText.composer.replyHint), {
    name: contactName(summary.contact, t),
  });
}

/** To whom the words go: the customer, colleagues, or the one agent. */
export function ComposerTabs({
  kinds,
  kind,
  onKind,
}: {
  readonly kinds: readonly Kind[];
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="composer-tabs" role="tablist">
      {kinds.map((one) => (
        <Tooltip key={one} title={<Key>{keys[one]}</Key>}>
          <button type="button" role="tab" aria-selected={kind === one} onClick={() => onKind(one)}>
            {one === 'note' && <LockOutlined aria-hidden="true" />}
            {one === 'whisper' && <EyeInvisibleOutlined aria-hidden="true" />} {t(kindWord[one])}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
