import type { ConversationEvent, EventKind, EventOf } from '../../../core/terms/event.ts';
import { emotions } from '../../../core/terms/perception.ts';

/** What the timeline draws, in order. Explanations ride on the message or line that they explain. */
export type Item =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly event: EventOf<'message-received'> | EventOf<'message-sent'>;
      readonly seat: 'contact' | 'assistant' | 'agent';
      /** Same speaker as just before, within a few minutes: name and face are not repeated. */
      readonly follows: boolean;
      readonly perceived: EventOf<'perceived'> | null;
      readonly decided: EventOf<'decided'> | null;
    }
  | { readonly kind: 'note'; readonly key: string; readonly event: EventOf<'note-added'> }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly event: ConversationEvent;
      readonly decided: EventOf<'decided'> | null;
    };

/** Milliseconds after which the same speaker is named again. */
const sameBreath = 3 * 60 * 1000;

type Seat = 'contact' | 'assistant' | 'agent';

function seatOf(event: EventOf<'message-received'> | EventOf<'message-sent'>): Seat {
  if (event.kind === 'message-received') return 'contact';
  return event.actor.kind === 'agent' ? 'agent' : 'assistant';
}

function speaker(event: ConversationEvent): string {
  return event.actor.kind === 'agent' ? event.actor.id : event.actor.kind;
}

/** What stands beside the messages that it is about, and not between them. */
const quiet: ReadonlySet<EventKind> = new Set(['perceived', 'perception-corrected', 'sla-changed']);

/** What was perceived, as somebody put it right. */
function withEmotion(heard: EventOf<'perceived'>, to: string): EventOf<'perceived'> {
  const emotion = emotions.find((one) => one === to);
  return emotion ? { ...heard, body: { ...heard.body, emotion } } : heard;
}

/** The log as the timeline draws it. `dayKey` names the local day of a time. */
export function itemsOf(events: readonly ConversationEvent[], dayKey: (at: number) => string): Item[] {
  const items: Item[] = [];
  const perceived = new Map<number, EventOf<'perceived'>>();
  for (const event of events) {
    if (event.kind === 'perceived') perceived.set(event.body.of, event);
    if (event.kind === 'perception-corrected' && event.body.what === 'emotion') {
      const heard = perceived.get(event.body.of);
      if (heard) perceived.set(event.body.of, withEmotion(heard, event.body.to));
    }
  }
  let decided: EventOf<'decided'> | null = null;
  let day = '';
  let last: ConversationEvent | null = null;
  for (const event of events) {
    if (quiet.has(event.kind)) continue;
    // Whispered to somebody else: it keeps its place in the log, and nobody else reads it.
    if (event.kind === 'note-added' && event.body.withheld) continue;
    if (event.kind === 'decided') {
      decided = event;
      continue;
    }
    const today = dayKey(event.at);
    if (today !== day) {
      items.push({ kind: 'day', key: `day-${today}-${event.seq}`, at: event.at });
      day = today;
      last = null;
    }
    if (event.kind === 'message-received' || event.kind === 'message-sent') {
      const seat = seatOf(event);
      items.push({
        kind: 'message',
        key: event.id,
        event,
        seat,
        follows:
          last !== null &&
          last.kind === event.kind &&
          speaker(last) === speaker(event) &&
          event.at - last.at < sameBreath,
        perceived: perceived.get(event.seq) ?? null,
        decided: seat === 'assistant' ? decided : null,
      });
      if (seat === 'assistant') decided = null;
    } else if (event.kind === 'note-added') {
      items.push({ kind: 'note', key: event.id, event });
    } else {
      const explains = event.kind === 'handoff-requested';
      items.push({ kind: 'line', key: event.id, event, decided: explains ? decided : null });
      if (explains) decided = null;
    }
    last = event;
  }
  return items;
}
