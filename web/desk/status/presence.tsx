import type { Colleague } from '../../../core/protocol/views.ts';
import { awayWord, statusWord } from '../../../core/text/desk-seat.ts';
import { useLanguage } from '../../ui/language.ts';

type Status = Pick<Colleague, 'presence' | 'awayReason' | 'awayNote'>;

/** A status as shape and word: filled, barred, half, writing, hollow; with the reason of who is away. */
export function Presence({ of, short = false }: { readonly of: Status; readonly short?: boolean }) {
  const { t } = useLanguage();
  const reason = of.presence === 'away' && of.awayReason ? t(awayWord[of.awayReason]) : '';
  const word =
    short && reason !== '' && of.awayReason !== 'other'
      ? reason
      : `${t(statusWord[of.presence])}${reason && !short ? ` · ${reason}` : ''}`;
  return (
    <span className={`presence presence-${of.presence}`} title={of.awayNote}>
      <span className="presence-dot" aria-hidden="true" />
      {word}
    </span>
  );
}
