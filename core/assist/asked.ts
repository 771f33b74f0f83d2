import type { ConversationEvent } from '../terms/event.ts';
import type { Perception } from '../terms/perception.ts';

/** What a customer asks for now, as far as the conversation's own events tell. */
export interface Asked {
  /** Seq of their latest message; 0 where they said nothing yet. */
  readonly of: number;
  /** The words to look up; empty where nothing was asked. */
  readonly text: string;
  /** Earlier questions, oldest first: what short words lean on. */
  readonly earlier: readonly string[];
}

/** What a colleague reads of at once: messages further back are no longer the matter. */
const mostTogether = 3;
const mostEarlier = 5;
const longest = 500;
/** A wish for a person says nothing of the matter when it says no more than that. */
const longestMereWish = 12;

/**
 * The customer's latest words that ask something. People write one question in several messages, so those that stand
 * together with nobody between are one; thanks, greetings and the bare wish for a person are none.
 */
export function askedOf(events: readonly ConversationEvent[]): Asked {
  const perceptions = new Map<number, Perception>();
  for (const event of events) if (event.kind === 'perceived') perceptions.set(event.body.of, event.body);
  const runs: string[][] = [];
  let of = 0;
  let isOpen = false;
  for (const event of events) {
    if (event.kind === 'message-sent' || event.kind === 'resolved') isOpen = false;
    if (event.kind !== 'message-received') continue;
    of = event.seq;
    const text = event.body.text.trim();
    if (!asks(text, perceptions.get(event.seq))) continue;
    if (isOpen) runs.at(-1)!.push(text);
    else runs.push([text]);
    isOpen = true;
  }
  const latest = runs.at(-1)?.slice(-mostTogether).join(' ') ?? '';
  const earlier = runs
    .slice(0, -1)
    .slice(-mostEarlier)
    .map((run) => run.slice(-mostTogether).join(' ').slice(0, longest));
  return { of, text: latest.slice(0, longest), earlier };
}

function asks(text: string, perception: Perception | undefined): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (!perception) return true;
  if (perception.wantsHuman && text.length <= longestMereWish) return false;
  return perception.act === 'question';
}
