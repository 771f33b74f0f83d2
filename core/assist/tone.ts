import type { Language } from '../terms/language.ts';
import type { MoodCourse } from '../terms/perception.ts';
import type { Risk } from '../terms/triage.ts';
import { toneText } from '../text/assist.ts';

export type ToneCode = keyof typeof toneText;

/** What of a conversation the tone depends on. */
export interface Feelings {
  readonly course: MoodCourse;
  readonly risks: readonly Risk[];
  /** How long the customer waits, or waited for the agent, in ms. */
  readonly waitedMs: number;
}

/** From here on a feeling is met before the matter. */
const leastFelt = 0.4;
/** A wait that people speak of. */
const longWaitMs = 3 * 60_000;
/** In this order: what endangers somebody comes before what offends. */
const gravest = ['self-harm', 'safety', 'legal-threat', 'press', 'abuse'] as const;

/** Advice for the agent on how to meet the customer's mood; null while they are calm. */
export function toneFor(
  feelings: Feelings,
  language: Language,
): { readonly code: ToneCode; readonly advice: string } | null {
  const code = codeOf(feelings);
  return code === null ? null : { code, advice: toneText[code][language] };
}

function codeOf({ course, risks, waitedMs }: Feelings): ToneCode | null {
  const risk = gravest.find((one) => risks.includes(one));
  if (risk) return risk;
  const { now, trend, peak } = course;
  const waited = waitedMs >= longWaitMs;
  if (now.intensity >= leastFelt) {
    if (now.emotion === 'angry')
      return waited
        ? 'angry-waited'
        : trend === 'rising' && peak !== null && peak.place > 0
          ? 'angry-rising'
          : 'angry';
    if (now.emotion === 'anxious') return waited ? 'anxious-waited' : 'anxious';
    if (now.emotion === 'sad') return 'sad';
  }
  const wasUpset = peak !== null && peak.intensity >= leastFelt && peak.emotion !== 'surprised';
  return wasUpset && trend === 'falling' ? 'eased' : null;
}
