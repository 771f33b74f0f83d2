import type { Citation } from './article.ts';
import type { HandoffReason } from './handoff-reason.ts';
import type { Emotion } from './perception.ts';

/** The part of the packet (转人工信息包) that lies in the conversation itself. */
export interface PacketCore {
  /** What the customer wants, in the customer's own words, and everything else they asked. */
  readonly wants: {
    readonly question: string;
    readonly seq: number;
    readonly others: readonly { readonly text: string; readonly seq: number }[];
  };
  /** What the assistant tried, in order. */
  readonly tried: readonly {
    readonly seq: number;
    readonly decision: string;
    readonly summary: string;
    readonly confidence: number;
    readonly citations: readonly Citation[];
  }[];
  /** How each message was felt, oldest first. */
  readonly moods: readonly {
    readonly seq: number;
    readonly at: number;
    readonly emotion: Emotion;
    readonly intensity: number;
  }[];
  readonly why: {
    readonly by: 'contact' | 'assistant' | 'system';
    readonly at: number;
    readonly reasons: readonly HandoffReason[];
  } | null;
}
