import { seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';

/** CSS pixels. */
const radius = 19;
const around = 2 * Math.PI * radius;
/** Seconds from which on it is told in red. */
const last = 5;

/** The seconds that are left of an offer, as a dial that empties. */
export function Countdown({ from, until }: { readonly from: number; readonly until: number }) {
  const { t } = useLanguage();
  const now = useNow();
  // The page's clock ticks once a second and may lag behind the offer itself.
  const left = Math.min(until - from, Math.max(0, until - now));
  const seconds = Math.ceil(left / 1000);
  const share = until <= from ? 0 : left / (until - from);
  return (
    <span
      className={seconds <= last ? 'countdown countdown-last' : 'countdown'}
      role="timer"
      aria-label={fill(t(seatText.offer.secondsLeft), { count: seconds })}
    >
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r={radius} className="countdown-ground" />
        <circle
          cx="22"
          cy="22"
          r={radius}
          className="countdown-left"
          strokeDasharray={`${around * share} ${around}`}
          transform="rotate(-90 22 22)"
        />
      </svg>
      <b aria-hidden="true">{seconds}</b>
    </span>
  );
}
