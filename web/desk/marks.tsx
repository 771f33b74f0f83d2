import type { ReactNode } from 'react';
import type { Emotion } from '../../core/terms/perception.ts';
import { deskText } from '../../core/text/desk.ts';
import { asPercent, emotionWord } from '../../core/text/reasons.ts';
import { useLanguage } from '../ui/language.ts';

/** Each emotion has its own outline, so that it is told without colour. 16 × 16. */
const shapes: Readonly<Record<Emotion, ReactNode>> = {
  angry: <path d="M8 1.5L15 14H1z" />,
  anxious: <path d="M8 1l7 7-7 7-7-7z" />,
  sad: <path d="M8 1.5c3 4 5 6.2 5 8.5a5 5 0 01-10 0c0-2.3 2-4.5 5-8.5z" />,
  surprised: <path d="M8 1l2 4.5 5 .5-3.7 3.3L12.4 14 8 11.5 3.6 14l1.1-4.7L1 6l5-.5z" />,
  pleased: <circle cx="8" cy="8" r="6.5" />,
  neutral: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

export function MoodShape({ emotion, size = 12 }: { readonly emotion: Emotion; readonly size?: number }) {
  return (
    <svg
      className={`mood mood-${emotion}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
    >
      {shapes[emotion]}
    </svg>
  );
}

/** The mood as a small mark with its name on hover and for screen readers. */
export function MoodMark({
  emotion,
  intensity,
  size = 12,
}: {
  readonly emotion: Emotion;
  readonly intensity?: number;
  readonly size?: number;
}) {
  const { t } = useLanguage();
  const label = `${t(deskText.timeline.mood)} · ${t(emotionWord[emotion])}${
    intensity === undefined ? '' : ` ${asPercent(intensity)}`
  }`;
  return (
    <span className="mark" role="img" aria-label={label} title={label}>
      <MoodShape emotion={emotion} size={size} />
    </span>
  );
}

/** The assistant's seat: a spark in a square. */
export function AssistantFace({ size = 24 }: { readonly size?: number }) {
  return (
    <span className="face face-assistant" style={{ width: size, height: size }} aria-hidden="true">
      <svg
        viewBox="0 0 16 16"
        width={size * 0.62}
        height={size * 0.62}
        fill="currentColor"
        aria-hidden="true"
      >
        <path d="M8 1l1.7 4.8L14.5 7.5 9.7 9.2 8 14 6.3 9.2 1.5 7.5l4.8-1.7z" />
      </svg>
    </span>
  );
}

/** The human seat: initials in a circle, one for a customer. A Han name shows its first character, as the widget does. */
export function PersonFace({
  name,
  size = 24,
  customer = false,
}: {
  readonly name: string;
  readonly size?: number;
  readonly customer?: boolean;
}) {
  return (
    <span
      className={customer ? 'face face-customer' : 'face face-human'}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      aria-hidden="true"
    >
      {customer ? [...initials(name)][0] : initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}/u.test(trimmed)) return [...trimmed][0] ?? '';
  const words = trimmed.split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

export function VerifiedMark({ verified }: { readonly verified: boolean }) {
  const { t } = useLanguage();
  const label = t(verified ? deskText.list.verified : deskText.list.unverified);
  return (
    <span className="mark" role="img" aria-label={label} title={label}>
      <svg
        className={verified ? 'verified' : 'unverified'}
        width="14"
        height="14"
        viewBox="0 0 16 16"
        aria-hidden="true"
      >
        {verified ? (
          <>
            <path
              d="M8 1l1.9 1.4 2.3-.1.7 2.2 1.9 1.4-.7 2.2.7 2.2-1.9 1.4-.7 2.2-2.3-.1L8 15l-1.9-1.4-2.3.1-.7-2.2-1.9-1.4.7-2.2-.7-2.2 1.9-1.4.7-2.2 2.3.1z"
              fill="currentColor"
            />
            <path d="M5.2 8.1l2 2 3.6-4" fill="none" stroke="var(--surface)" strokeWidth="1.6" />
          </>
        ) : (
          <circle
            cx="8"
            cy="8"
            r="6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray="2.5 2"
          />
        )}
      </svg>
    </span>
  );
}

/** A key as it is drawn in tooltips and on the sheet of shortcuts. */
export function Key({ children }: { readonly children: string }) {
  return <kbd className="key">{children}</kbd>;
}
