import type { ConversationState } from '../core/conversation/state.ts';
import { likenessOf } from '../core/handoff/handoff-course.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import { type HandoffPrediction, predictHandoff } from '../core/handoff/predict-handoff.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** What came of one turn, planned now or stored then. */
export interface WeighedTurn {
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of what was looked up; null where nothing was. */
  readonly confidence: number | null;
  readonly nothingKnown: boolean;
  readonly noProgress: boolean;
  /** The answer would be one that was given before. */
  readonly isSameAnswer: boolean;
}

/** The probability of a needed handoff at one message; `state` is the conversation before it. */
export function weighHandoff(
  model: HandoffModel,
  state: ConversationState,
  turn: WeighedTurn,
  { emotion, intensity }: Perception,
  { segment }: Pick<Knowledge, 'segment'>,
): HandoffPrediction {
  const words = segment(turn.text).filter((word) => word.trim() !== '');
  const own = new Set(words);
  const likeness = state.questions.map((question) => likenessOf(own, new Set(segment(question))));
  const { preview } = state;
  return predictHandoff(model, {
    course: {
      messages: state.assistantTurns + 1,
      words: words.length,
      likeness: Math.max(0, ...likeness),
      isSameAnswer: turn.isSameAnswer,
      sameAnswers: state.answered.length - new Set(state.answered).size,
    },
    moods: [...state.moods, { emotion, intensity }],
    // Who only says that the answer was none was answered with no confidence at all.
    confidence: turn.confidence ?? (turn.noProgress ? 0 : null),
    nothingKnown: turn.nothingKnown,
    failedTurns: state.turnsWithoutProgress + (turn.noProgress ? 1 : 0),
    silentMinutes: preview && preview.by !== 'contact' ? Math.max(0, turn.at - preview.at) / 60_000 : 0,
  });
}
