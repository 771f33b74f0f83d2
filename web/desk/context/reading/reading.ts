import { moodCourse } from '../../../../core/perception/mood-course.ts';
import type { ConversationEvent, Decision } from '../../../../core/terms/event.ts';
import {
  type CorrectedMatter,
  type DisagreementMatter,
  type Emotion,
  emotions,
  type MoodCourse,
  outOfScope,
} from '../../../../core/terms/perception.ts';
import type { Risk } from '../../../../core/terms/triage.ts';

/** What was understood of one customer message, as corrected where somebody did. */
export interface ReadMessage {
  /** The message's number in the conversation. */
  readonly seq: number;
  readonly at: number;
  readonly text: string;
  readonly emotion: Emotion;
  /** 0 to 1. */
  readonly intensity: number;
  readonly intent: { readonly name: string; readonly probability: number | null } | null;
  /** Whether it asks for a person. */
  readonly wish: 'human' | 'none';
  readonly isCorrected: boolean;
}

/** How a conversation stands, as the desk shows it beside. */
export interface Reading {
  /** Oldest first. */
  readonly messages: readonly ReadMessage[];
  readonly mood: MoodCourse;
  /** The last message that asked for something, if it was understood. */
  readonly asked: ReadMessage | null;
  /** Everything that calls for care, each once. */
  readonly marks: readonly Risk[];
  /** The assistant's last answers, oldest first; `confidence` 0 to 1. */
  readonly answers: readonly {
    readonly seq: number;
    readonly decision: Decision;
    readonly confidence: number;
  }[];
  /** How likely a person was needed when the assistant last asked itself; null where it did not. */
  readonly needsHuman: number | null;
  /** On what a model differed from the rules at the latest message that it was asked about. */
  readonly differsOn: readonly DisagreementMatter[];
}

const messagesShown = 20;
const answersShown = 5;
/** From here on it is an attack on a person. */
const abusive = 0.5;
/** How strongly a feeling counts that nobody but an agent heard. */
const correctedIntensity = 0.4;

const isEmotion = (name: string): name is Emotion => emotions.some((one) => one === name);

/** What the log says of the customer and of the assistant's certainty. Later corrections count. */
export function readingOf(events: readonly ConversationEvent[]): Reading {
  const messages = new Map<number, ReadMessage>();
  const texts = new Map<number, string>();
  const marks = new Set<Risk>();
  const answers: { seq: number; decision: Decision; confidence: number }[] = [];
  let needsHuman: number | null = null;
  let differsOn: readonly DisagreementMatter[] = [];
  for (const event of events) {
    if (event.kind === 'message-received') texts.set(event.seq, event.body.text);
    if (event.kind === 'perceived') {
      const { of, emotion, intensity, intent, wantsHuman, risks = [], abuse = 0 } = event.body;
      for (const risk of risks) marks.add(risk);
      if (abuse >= abusive) marks.add('abuse');
      messages.set(of, {
        seq: of,
        at: event.at,
        text: texts.get(of) ?? '',
        emotion,
        intensity,
        intent: intent
          ? { name: intent.outOfScope ? outOfScope : intent.name, probability: intent.probability }
          : null,
        wish: wantsHuman ? 'human' : 'none',
        isCorrected: false,
      });
    }
    if (event.kind === 'second-opinion') {
      const { of, opinion, disagreements } = event.body;
      const { emotion, intensity } = opinion;
      for (const risk of opinion.risks) marks.add(risk);
      const message = messages.get(of);
      if (message) messages.set(of, { ...message, emotion, intensity });
      differsOn = [...new Set(disagreements.map(({ on }) => on))];
    }
    if (event.kind === 'perception-corrected') {
      const message = messages.get(event.body.of);
      if (message) messages.set(message.seq, corrected(message, event.body.what, event.body.to));
    }
    if (event.kind === 'decided') {
      const { of, decision, confidence, considered } = event.body;
      if (considered.length > 0 && decision !== 'hand-off') answers.push({ seq: of, decision, confidence });
      needsHuman = event.body.needsHuman?.probability ?? needsHuman;
    }
  }
  const read = [...messages.values()].slice(-messagesShown);
  return {
    messages: read,
    mood: moodCourse(read),
    asked: read.findLast(({ intent }) => intent !== null) ?? null,
    marks: [...marks],
    answers: answers.slice(-answersShown),
    needsHuman,
    differsOn,
  };
}

/** The message with one thing put right; a correction is certain. */
export function corrected(message: ReadMessage, what: CorrectedMatter, to: string): ReadMessage {
  if (what === 'wish') return { ...message, wish: to === 'human' ? 'human' : 'none', isCorrected: true };
  if (what === 'intent') return { ...message, intent: { name: to, probability: null }, isCorrected: true };
  if (!isEmotion(to)) return message;
  const intensity = to === 'neutral' ? 0 : message.intensity || correctedIntensity;
  return { ...message, emotion: to, intensity, isCorrected: true };
}

/** The reading with corrections that are still on their way, newest last. */
export function withCorrections(
  reading: Reading,
  pending: readonly { readonly of: number; readonly what: CorrectedMatter; readonly to: string }[],
): Reading {
  if (pending.length === 0) return reading;
  const messages = reading.messages.map((message) =>
    pending
      .filter(({ of }) => of === message.seq)
      .reduce((now, { what, to }) => corrected(now, what, to), message),
  );
  const asked = messages.findLast(({ intent }) => intent !== null) ?? null;
  return { ...reading, messages, mood: moodCourse(messages), asked };
}
