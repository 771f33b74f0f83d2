import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import { estimateSatisfaction } from '../core/perception/satisfaction.ts';
import type { ExplainedSignal } from '../core/protocol/understanding.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { lookUp } from './look-up.ts';
import { newConversation } from './plan-response.ts';
import { weighHandoff } from './weigh-handoff.ts';

/**
 * What a message says of a conversation's course: how likely a person is needed, and how satisfied the customer seems,
 * with what carried each. As if the assistant had answered once and the customer went on with this; by the same
 * functions as in a real conversation, over the knowledge base as it is now. What was learned of satisfaction has no
 * word in it: it speaks of whole exchanges.
 */
export function explainCourse(
  text: string,
  perception: Perception,
  { knowledge, handoff }: { readonly knowledge: Knowledge; readonly handoff: HandoffModel | undefined },
): ExplainedSignal[] {
  const { language, act } = perception;
  const state = { ...newConversation(0, language), assistantTurns: 1 };
  const lookup =
    act === 'question' && !perception.wantsHuman ? lookUp(state, text, language, knowledge) : undefined;
  const nothingKnown = lookup?.verdict === 'unknown';
  const turn = {
    text,
    at: 0,
    confidence: lookup?.confidence ?? null,
    nothingKnown,
    noProgress: nothingKnown || act === 'denial',
    isSameAnswer: false,
  };
  const needed = handoff && weighHandoff(handoff, state, turn, perception, knowledge);
  const felt = estimateSatisfaction({
    language,
    rating: null,
    disposition: null,
    messages: [
      { by: 'assistant', text: '' },
      { by: 'contact', text, perception },
    ],
  });
  return [
    ...(needed
      ? [
          {
            signal: 'handoff' as const,
            value: needed.probability >= evenly ? 'yes' : 'no',
            probability: needed.probability,
            by: 'both' as const,
            parts: [],
            factors: needed.shares.filter(({ weight }) => Math.abs(weight) >= leastShare),
          },
        ]
      : []),
    {
      signal: 'satisfaction',
      value: felt.satisfaction < low ? 'low' : felt.satisfaction > high ? 'high' : 'middling',
      probability: felt.satisfaction,
      by: 'rules',
      parts: felt.reasons.flatMap(({ evidence = [], weight }) =>
        evidence.map((words) => ({ words, weight })),
      ),
      factors: felt.reasons.map(({ sign, weight }) => ({ factor: sign, weight })),
    },
  ];
}

const evenly = 0.5;
/** What adds less carried nothing. */
const leastShare = 0.15;
const low = 0.4;
const high = 0.6;
