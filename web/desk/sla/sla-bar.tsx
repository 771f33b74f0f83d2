import type { SlaClock } from '../../../core/terms/sla.ts';
import { slaWord } from '../../../core/text/desk-routing.ts';
import { useLanguage } from '../../ui/language.ts';
import { useNow } from '../clock.ts';
import { useDeskPolicy } from '../desk-policy.tsx';
import { fullStamp } from '../time.ts';
import { closedWords, countdown, sentenceOf } from './sla-words.ts';
import { mostUrgent, standingOf } from './standing.ts';
import './sla.css';

/** The most urgent promise as a thin bar that fills, along the foot of a row. */
export function SlaBar({ clocks }: { readonly clocks: readonly SlaClock[] }) {
  const { language, t } = useLanguage();
  const now = useNow();
  const { calendars } = useDeskPolicy();
  const clock = mostUrgent(clocks);
  if (!clock) return null;
  const standing = standingOf(clock, calendars, now);
  const label = sentenceOf(clock.target, standing, { language, t, now });
  return (
    <span className={`sla-bar sla-${standing.tone}`} title={label} data-tone={standing.tone}>
      <span style={{ transform: `scaleX(${standing.share})` }} />
      <span className="unseen">{label}</span>
    </span>
  );
}

/** Every promise of a conversation as a countdown, the most urgent first. */
export function SlaCountdowns({ clocks }: { readonly clocks: readonly SlaClock[] }) {
  const { language, t } = useLanguage();
  const now = useNow();
  const { calendars } = useDeskPolicy();
  if (clocks.length === 0) return null;
  const first = mostUrgent(clocks);
  const inOrder = first ? [first, ...clocks.filter((clock) => clock !== first)] : clocks;
  const closed = new Set(
    inOrder.flatMap((clock) => closedWords(standingOf(clock, calendars, now), { language, t, now }) ?? []),
  );
  return (
    <span className="sla-clocks">
      {inOrder.map((clock) => {
        const standing = standingOf(clock, calendars, now);
        const sentence = sentenceOf(clock.target, standing, { language, t, now });
        return (
          <span
            key={clock.target}
            className={`sla-clock sla-${standing.tone}`}
            data-target={clock.target}
            data-tone={standing.tone}
            title={`${sentence} · ${fullStamp(clock.dueAt, language)}`}
          >
            <Ring share={standing.share} />
            {t(slaWord[clock.target])} <b>{countdown(standing)}</b>
          </span>
        );
      })}
      {[...closed].map((sentence) => (
        <span key={sentence} className="sla-closed-until">
          {sentence}
        </span>
      ))}
    </span>
  );
}

/** A small dial that fills. */
function Ring({ share }: { readonly share: number }) {
  const around = 2 * Math.PI * 5;
  return (
    <svg className="sla-ring" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5" className="sla-ring-ground" />
      <circle
        cx="7"
        cy="7"
        r="5"
        className="sla-ring-share"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}
