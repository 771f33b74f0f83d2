import { Button, Popover } from 'antd';
import { seatText } from '../../../core/text/desk-seat.ts';
import { useLanguage } from '../../ui/language.ts';
import { Key } from '../marks.tsx';

const words = seatText.offer;

/** Passes an offer on. A reason is asked for and never demanded. */
export function DeclineButton({
  open,
  onOpen,
  onDecline,
}: {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onDecline: (reason?: string) => void;
}) {
  const { language, t } = useLanguage();
  return (
    <Popover
      open={open}
      onOpenChange={onOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <div className="decline" role="menu" aria-label={t(words.decline)}>
          <p className="soft">{t(words.declineWhy)}</p>
          <button
            type="button"
            role="menuitem"
            // biome-ignore lint/a11y/noAutofocus: the next Enter declines, as the key that opened this asked for
            autoFocus
            onClick={() => onDecline()}
          >
            {t(words.declineNow)}
          </button>
          {Object.entries(words.reasons).map(([key, reason]) => (
            <button key={key} type="button" role="menuitem" onClick={() => onDecline(reason[language])}>
              {t(reason)}
            </button>
          ))}
        </div>
      }
    >
      <Button aria-keyshortcuts="d">
        {t(words.decline)}
        <span aria-hidden="true">
          <Key>D</Key>
        </span>
      </Button>
    </Popover>
  );
}
