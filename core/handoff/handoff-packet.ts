import type { ConversationEvent } from '../terms/event.ts';
import type { PacketCore } from '../terms/packet.ts';
import type { Perception } from '../terms/perception.ts';
import { oneLine } from '../text/one-line.ts';

const summaryLength = 160;

/**
 * Reads out of a conversation what the next person must know: what the customer wants in the customer's own words,
 * what was tried and on which sources, how the mood went, and why a human is needed. Only what happened since the
 * last resolution counts; what came before is history.
 */
export function packetOf(events: readonly ConversationEvent[]): PacketCore {
  const start = events.findLastIndex(({ kind }) => kind === 'reopened');
  const current = start < 0 ? events : events.slice(start);
  return { wants: wantsOf(current), tried: triedOf(current), moods: moodsOf(current), why: whyOf(current) };
}

function wantsOf(events: readonly ConversationEvent[]): PacketCore['wants'] {
  const perceptions = new Map(
    events.flatMap((event) => (event.kind === 'perceived' ? [[event.body.of, event.body] as const] : [])),
  );
  const questions = events.flatMap((event) => {
    if (event.kind !== 'message-received' || event.body.text.trim() === '') return [];
    const perception = perceptions.get(event.seq);
    const says =
      perception === undefined ||
      (perception.act === 'question' && !isMereRequest(event.body.text, perception.wantsHuman));
    return says ? [{ text: event.body.text, seq: event.seq }] : [];
  });
  if (questions.length === 0) return { question: '', seq: 0, others: [] };
  // What led to the handoff, rather than what was said to the agent since.
  const handoff =
    events.findLast(({ kind }) => kind === 'handoff-requested')?.seq ?? Number.POSITIVE_INFINITY;
  const before = questions.filter(({ seq }) => seq < handoff);
  const led = before.length > 0 ? before : questions;
  const answered = new Set(
    events.flatMap(({ kind, body }) =>
      kind === 'decided' && body.decision === 'answer' && !body.repeated ? [body.of] : [],
    ),
  );
  // The one of the last three that tells most of a trouble which is still there.
  const tells = ({ text, seq }: { readonly text: string; readonly seq: number }) =>
    matterLength(text, perceptions.get(seq)) * (answered.has(seq) ? 0.5 : 1);
  const main = led.slice(-3).reduce((best, next) => (tells(next) > tells(best) ? next : best));
  // What was said to the person since is before their eyes.
  const taken = events.findLast(({ kind }) => kind === 'assigned')?.seq ?? Number.POSITIVE_INFINITY;
  const others = questions.filter(({ seq }) => seq !== main.seq && seq < taken);
  return { question: main.text, seq: main.seq, others };
}

/** How many characters tell the matter: clauses that only vent anger are left out. */
function matterLength(text: string, perception: Perception | undefined): number {
  const words = perception?.evidence.find(({ signal }) => signal === 'angry')?.words ?? [];
  return text
    .split(/[，。！？；,.!?;\n]+/)
    .filter((clause) => !words.some((word) => clause.toLowerCase().includes(word.toLowerCase())))
    .join('').length;
}

/** 「转人工」 alone says nothing of the matter; 「转人工,我的帐篷杆断了」 does. */
function isMereRequest(text: string, wantsHuman: boolean): boolean {
  return wantsHuman && text.trim().length <= 12;
}

function triedOf(events: readonly ConversationEvent[]): PacketCore['tried'] {
  return events.flatMap((event, index) => {
    if (
      event.kind !== 'decided' ||
      event.body.decision === 'small-talk' ||
      event.body.decision === 'hand-off'
    )
      return [];
    const sent = events.slice(index + 1, index + 4).find(({ kind }) => kind === 'message-sent');
    if (sent?.kind !== 'message-sent') return [];
    const { decision, confidence } = event.body;
    return [
      {
        seq: sent.seq,
        decision,
        confidence,
        summary: cut(sent.body.text),
        citations: sent.body.citations ?? [],
      },
    ];
  });
}

function moodsOf(events: readonly ConversationEvent[]): PacketCore['moods'] {
  return events.flatMap((event) =>
    event.kind === 'perceived'
      ? [{ seq: event.body.of, at: event.at, emotion: event.body.emotion, intensity: event.body.intensity }]
      : [],
  );
}

function whyOf(events: readonly ConversationEvent[]): PacketCore['why'] {
  const request = events.findLast((event) => event.kind === 'handoff-requested');
  if (request?.kind !== 'handoff-requested') return null;
  const again = events.findLast((event) => event.kind === 'queued' && event.seq > request.seq + 1);
  const reasons = [...request.body.reasons, ...(again?.kind === 'queued' ? again.body.reasons : [])];
  return { by: request.body.by, at: request.at, reasons };
}

function cut(text: string): string {
  const flat = oneLine(text);
  return flat.length > summaryLength ? `${flat.slice(0, summaryLength - 1)}…` : flat;
}
