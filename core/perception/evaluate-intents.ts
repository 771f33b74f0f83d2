import { calibrationError } from '../learning/measures.ts';
import type { Weights } from '../learning/weights-file.ts';
import { type IntentExample, readIntents } from './learned-intent.ts';

/** How well weights read labelled messages; shares are 0 to 1, `null` where no message tells. */
export interface IntentFigures {
  readonly rows: number;
  /** Messages that were understood: the right intent and not rejected, or out of scope and rejected. */
  readonly accuracy: number;
  /** The same of the messages that have an intent. */
  readonly inScopeAccuracy: number | null;
  readonly outOfScopeRecall: number | null;
  readonly outOfScopePrecision: number | null;
  /** See `calibrationError`, over the messages that have an intent. */
  readonly calibrationError: number | null;
}

/** An intent that the weights do not know is out of scope for them, and counts as misread. */
export function evaluateIntents(weights: Weights, frozen: readonly IntentExample[]): IntentFigures {
  const learned = readIntents(weights);
  const read = frozen.map(({ text, intent }) => ({ intent, ...reading(learned.of(text)) }));
  const inside = read.filter(({ intent }) => intent !== null);
  const outside = read.filter(({ intent }) => intent === null);
  const rejected = read.filter(({ outOfScope }) => outOfScope);
  const understood = inside.filter(({ intent, said, outOfScope }) => said === intent && !outOfScope);
  const caught = outside.filter(({ outOfScope }) => outOfScope);
  return {
    rows: read.length,
    accuracy: read.length === 0 ? 0 : (understood.length + caught.length) / read.length,
    inScopeAccuracy: share(understood.length, inside.length),
    outOfScopeRecall: share(caught.length, outside.length),
    outOfScopePrecision: share(caught.length, rejected.length),
    calibrationError:
      inside.length === 0
        ? null
        : calibrationError(
            inside.map(({ intent, said }) => (said === intent ? 1 : 0)),
            inside.map(({ probability }) => probability),
          ),
  };
}

const reading = ({
  intent,
  outOfScope,
  probability,
}: {
  intent: string;
  outOfScope: boolean;
  probability: number;
}) => ({
  said: intent,
  outOfScope,
  probability,
});

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
