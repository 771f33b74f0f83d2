import type { ConversationEvent } from '../../../core/terms/event.ts';
import type { Bilingual, Language } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { alertWord, routingText, slaWord } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { dispositionWord, noticeWord } from '../../../core/text/reasons.ts';
import { dayOf, sameDay, timeOfDay } from '../time.ts';

type Translate = (entry: Bilingual) => string;

/** What the log names only by its id. */
export interface Names {
  readonly queue: (id: string) => string | null;
  readonly colleague: (id: string) => string | null;
}

/** Who caused an event, by name or by kind. */
export function nameOf(event: ConversationEvent, t: Translate): string {
  if (event.actor.kind === 'agent') return event.actor.name;
  if (event.actor.kind === 'assistant') return t(deskText.timeline.assistant);
  if (event.actor.kind === 'contact') return t(deskText.timeline.customer);
  return t(deskText.timeline.system);
}

/** The sentence of an event that is no message; null when there is nothing to say. */
export function sentenceOf(
  event: ConversationEvent,
  t: Translate,
  language: Language,
  names: Names,
): string | null {
  const words = deskText.timeline;
  switch (event.kind) {
    case 'conversation-opened':
      return t(words.opened);
    case 'handoff-requested':
      return t(words.requested[event.body.by]);
    case 'returned-to-assistant':
      return fill(t(words.returned), { name: nameOf(event, t) });
    case 'notice-given':
      return t(noticeWord[event.body.code]);
    case 'resolved': {
      const disposition = t(dispositionWord[event.body.disposition]);
      return event.actor.kind === 'system'
        ? fill(t(words.resolvedBySystem), { disposition })
        : fill(t(words.resolved), { name: nameOf(event, t), disposition });
    }
    case 'reopened':
      return t(words.reopened);
    case 'rated':
      return fill(t(words.rated), { score: event.body.score });
    default:
      return routingSentence(event, t, language, names);
  }
}

function routingSentence(
  event: ConversationEvent,
  t: Translate,
  language: Language,
  names: Names,
): string | null {
  const words = routingText.line;
  switch (event.kind) {
    case 'queued': {
      if (event.body.meanwhile)
        return t(event.actor.kind === 'contact' ? words.meanwhileAsked : words.meanwhile);
      const queue = names.queue(event.body.queueId);
      return queue === null ? t(deskText.timeline.queued) : fill(t(words.queuedIn), { queue });
    }
    case 'offered':
      return fill(t(words.offered), { name: event.body.agentName });
    case 'offer-ended': {
      const name = names.colleague(event.body.agentId) ?? t(deskText.timeline.somebody);
      return fill(t(words.offerEnded[event.body.why]), { name });
    }
    case 'assigned': {
      const { how, agentName } = event.body;
      const sentence =
        how === 'auto' ? words.auto : how === 'return' ? words.returnedTo : deskText.timeline.assigned;
      return fill(t(sentence), { name: agentName });
    }
    case 'transferred':
      return fill(t(deskText.timeline.transferred), { from: nameOf(event, t), to: event.body.toAgentName });
    case 'helper-added':
      return fill(t(words.helperAdded), { by: nameOf(event, t), name: event.body.agentName });
    case 'helper-removed':
      return fill(t(words.helperRemoved), {
        name: names.colleague(event.body.agentId) ?? t(deskText.timeline.somebody),
      });
    case 'labels-changed':
      return event.body.labels.length === 0
        ? t(words.noLabels)
        : fill(t(words.labels), { labels: event.body.labels.join(language === 'zh' ? '、' : ', ') });
    case 'message-left': {
      const { way, slot } = event.body;
      if (way === 'message') return t(words.message);
      if (!slot) return t(words.callback);
      const day = sameDay(slot.from, event.at) ? '' : `${dayOf(slot.from, event.at, language)} `;
      const time = `${day}${timeOfDay(slot.from, language)}–${timeOfDay(slot.to, language)}`;
      return fill(t(words.callbackSlot), { time });
    }
    case 'sla-warned':
      return fill(t(words.warned), { target: t(slaWord[event.body.target]) });
    case 'sla-breached':
      return fill(t(words.breached), { target: t(slaWord[event.body.target]) });
    case 'supervisor-alerted':
      return fill(t(words.alerted), { why: t(alertWord[event.body.why]) });
    default:
      return null;
  }
}

/** What somebody wrote with the event, to be shown below its line. */
export function wordsOf(event: ConversationEvent, t: Translate): string {
  switch (event.kind) {
    case 'transferred':
    case 'returned-to-assistant':
    case 'resolved':
    case 'helper-added':
      return event.body.note;
    case 'rated':
      return event.body.comment;
    case 'message-left': {
      const contact = [event.body.phone, event.body.email].filter(Boolean).join(' · ');
      return contact === '' ? '' : fill(t(routingText.line.reach), { contact });
    }
    default:
      return '';
  }
}
