import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { HandoffThresholds } from '../terms/handoff-thresholds.ts';
import type { DisagreementMatter, Emotion } from '../terms/perception.ts';
import { type HandoffPrediction, handoffThreshold } from './predict-handoff.ts';

/** What a decision needs of a prediction. */
type Predicted = Omit<HandoffPrediction, 'shares'>;

/** What the rules look at, this turn included. */
export interface HandoffSignals {
  readonly wantsHuman: boolean;
  readonly evidence: readonly string[];
  /** The customer says yes to an offered human. */
  readonly acceptsOffer: boolean;
  readonly emotion: Emotion;
  readonly intensity: number;
  /** Emotions of the latest messages, this one included, oldest first. */
  readonly recentEmotions: readonly Emotion[];
  readonly turnsWithoutProgress: number;
  readonly repeatedQuestions: number;
  readonly turns: number;
  readonly minutes: number;
  readonly confidence: number;
  /** The knowledge base has nothing on this. */
  readonly nothingKnown: boolean;
  /** How likely a handoff is needed, all in all; absent where nothing can or needs to be predicted. */
  readonly prediction?: Predicted;
  /** On what a model, where one was asked, differs from the rules. */
  readonly differsOn?: readonly DisagreementMatter[];
}

export interface HandoffVerdict {
  readonly action: 'hand-off' | 'offer' | 'none';
  readonly reasons: readonly HandoffReason[];
}

/**
 * Where two readers differ on these, nobody knows whether a person is needed, so one is offered. A mood that only the
 * model hears is met by the rules for moods, and an intent by those of the policy.
 */
const worthOffering: readonly DisagreementMatter[] = ['wish', 'need', 'risk'];

/**
 * Whether a human takes over now, is offered, or is not needed yet. Every rule that fires is named with its figures;
 * the explicit wish of the customer comes first and needs no other. Only where no rule hands over, the probability does
 * from the threshold that its costs set.
 */
export function decideHandoff(signals: HandoffSignals, thresholds: HandoffThresholds): HandoffVerdict {
  const handOff: HandoffReason[] = [];
  const offer: HandoffReason[] = [];
  if (signals.wantsHuman || signals.acceptsOffer)
    handOff.push({ code: 'customer-asked', evidence: signals.evidence });
  const angryCount = signals.recentEmotions.slice(-3).filter((emotion) => emotion === 'angry').length;
  if (signals.emotion === 'angry') {
    const figures = {
      intensity: round(signals.intensity),
      threshold: thresholds.angerIntensity,
      messages: angryCount,
    };
    const reason: HandoffReason = { code: 'anger', figures, evidence: signals.evidence };
    const enough = signals.intensity >= thresholds.angerIntensity || angryCount >= thresholds.angryMessages;
    (enough ? handOff : offer).push(reason);
  }
  if (signals.repeatedQuestions >= thresholds.repeatedQuestions) {
    const figures = { times: signals.repeatedQuestions, threshold: thresholds.repeatedQuestions };
    handOff.push({ code: 'repeated-question', figures });
  } else if (signals.repeatedQuestions > 0) {
    offer.push({
      code: 'repeated-question',
      figures: { times: signals.repeatedQuestions, threshold: thresholds.repeatedQuestions },
    });
  }
  if (signals.turnsWithoutProgress >= thresholds.turnsWithoutProgress) {
    const figures = { turns: signals.turnsWithoutProgress, threshold: thresholds.turnsWithoutProgress };
    handOff.push({ code: 'no-progress', figures });
  }
  if (signals.nothingKnown) {
    offer.push({ code: 'nothing-known', figures: { confidence: round(signals.confidence) } });
  }
  const differsOn = (signals.differsOn ?? []).filter((matter) => worthOffering.includes(matter));
  if (differsOn.length > 0) offer.push({ code: 'second-opinion', matters: [...new Set(differsOn)] });
  const isLong = signals.turns >= thresholds.turns || signals.minutes >= thresholds.minutes;
  if (isLong && signals.turnsWithoutProgress > 0) {
    const figures = { turns: signals.turns, minutes: Math.round(signals.minutes) };
    handOff.push({ code: 'long-conversation', figures });
  }
  if (handOff.length > 0) return { action: 'hand-off', reasons: handOff };
  const predicted = predictedReason(signals.prediction, thresholds.prediction);
  if (predicted) return { action: 'hand-off', reasons: [predicted, ...offer] };
  return { action: offer.length > 0 ? 'offer' : 'none', reasons: offer };
}

function predictedReason(
  prediction: Predicted | undefined,
  settings: HandoffThresholds['prediction'],
): HandoffReason | undefined {
  if (!prediction || !settings?.enabled) return undefined;
  const threshold = handoffThreshold(settings.lateCost);
  if (prediction.probability < threshold) return undefined;
  const figures = { probability: round(prediction.probability), threshold: round(threshold) };
  return { code: 'predicted', figures, factors: prediction.factors };
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
