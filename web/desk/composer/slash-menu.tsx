import { deskText } from '../../../core/text/desk.ts';
import { useLanguage } from '../../ui/language.ts';
import type { CannedReply } from './canned.ts';

/** The replies that `/` offers, above the composer. The keyboard stays in the composer. */
export function SlashMenu({
  replies,
  chosen,
  searching,
  onTake,
  onChoose,
}: {
  readonly replies: readonly CannedReply[];
  readonly chosen: number;
  readonly searching: boolean;
  readonly onTake: (reply: CannedReply) => void;
  readonly onChoose: (index: number) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="slash-menu" id="slash-menu" role="listbox" aria-label={t(deskText.composer.canned)}>
      <p className="slash-title">
        {t(deskText.composer.canned)}
        {searching && ' …'}
      </p>
      {replies.length === 0 && !searching && (
        <p className="soft slash-empty">{t(deskText.composer.cannedEmpty)}</p>
      )}
      {replies.map((reply, index) => (
        <div
          key={reply.key}
          id={`slash-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className="slash-option"
          onMouseEnter={() => onChoose(index)}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(reply);
          }}
        >
          <span>{reply.text}</span>
          {reply.citation && (
            <span className="soft">
              {t(deskText.composer.fromKnowledge)} · {reply.citation.title}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
