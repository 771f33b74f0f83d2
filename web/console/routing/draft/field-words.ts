import type { Calendar } from '../../../../core/terms/calendar.ts';
import type { Bilingual, Language } from '../../../../core/terms/language.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { slaText, weightsText } from '../../../../core/text/console-sla.ts';
import { triageText } from '../../../../core/text/console-triage.ts';

/** What the fields of a policy are called in the list of changes; the last key of their path names them. */
export const fieldWord: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'name' },
  agentIds: queuesText.membership,
  requires: queuesText.requires,
  prefers: queuesText.prefers,
  mode: queuesText.mode,
  offerMs: queuesText.offer,
  order: queuesText.orderBy,
  ageingMs: queuesText.ageing,
  overflow: queuesText.overflow,
  calendarId: queuesText.calendar,
  whenClosed: queuesText.whenClosed,
  whenNobody: queuesText.whenNobody,
  patienceMs: queuesText.patience,
  firstWordMs: queuesText.firstWord,
  replyMs: queuesText.reply,
  whenSilent: queuesText.whenSilent,
  wrapUpMs: queuesText.wrapUp,
  when: { zh: '条件', en: 'conditions' },
  then: { zh: '动作', en: 'actions' },
  priority: triageText.startPriority,
  turnsWithoutProgress: triageText.turnsWithoutProgress,
  repeatedQuestions: triageText.repeatedQuestions,
  angerIntensity: triageText.angerIntensity,
  angryMessages: triageText.angryMessages,
  turns: triageText.turns,
  minutes: triageText.minutes,
  prediction: triageText.prediction,
  lateCost: triageText.lateCost,
  timeZone: calendarsText.timeZone,
  week: calendarsText.week,
  holidays: calendarsText.holidays,
  spans: calendarsText.hours,
  target: { zh: '类别', en: 'kind' },
  limitMs: slaText.limit,
  queueIds: slaText.queues,
  segments: slaText.segments,
  minimumPriority: slaText.minimumPriority,
  warnAt: slaText.warnAt,
  fit: weightsText.fit,
  load: weightsText.load,
  history: weightsText.history,
  idle: weightsText.idle,
  spare: weightsText.spare,
  patienceOfFitMs: weightsText.patienceOfFit,
  declinedForMs: weightsText.declinedFor,
  returnToAgentMs: weightsText.returnToAgent,
  missedOffersToAway: weightsText.missedOffers,
};

/** The words of values that stand for a choice, by field. */
export const choiceWord: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  mode: { preview: queuesText.preview, auto: queuesText.auto, pull: queuesText.pull },
  order: { priority: queuesText.byPriority, 'longest-waiting': queuesText.byWaiting },
  whenClosed: {
    wait: queuesText.wait,
    message: queuesText.message,
    callback: queuesText.callback,
    assistant: queuesText.assistant,
  },
  whenNobody: {
    wait: queuesText.wait,
    message: queuesText.message,
    callback: queuesText.callback,
    assistant: queuesText.assistant,
  },
  whenSilent: { requeue: queuesText.requeue, 'alert-supervisor': queuesText.alert },
  holidays: { CN: calendarsText.holidaysCn, none: calendarsText.holidaysNone },
  target: {
    'first-response': slaText['first-response'],
    'next-response': slaText['next-response'],
    resolution: slaText.resolution,
  },
};

/** What an absent value stands for, by field. */
export const absentWord: Readonly<Record<string, Bilingual>> = {
  calendarId: queuesText.always,
  patienceMs: queuesText.systemDefault,
  firstWordMs: queuesText.systemDefault,
  replyMs: queuesText.systemDefault,
  agentIds: queuesText.everybody,
  queueIds: slaText.allQueues,
  segments: slaText.allSegments,
  minimumPriority: slaText.anyPriority,
};

/** `09:00-12:00 13:30-18:00`, or the word for a closed day. Minutes after midnight, up to 1440. */
export function spansWords(spans: Calendar['exceptions'][number]['spans'], language: Language): string {
  if (spans === 'as-weekday') return calendarsText['kind_as-weekday'][language];
  if (spans.length === 0) return calendarsText.closed[language];
  return spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The sign between a name and what is said of it. */
export const colon = (language: Language) => (language === 'zh' ? '：' : ': ');
export const nothing = (language: Language) => routingText.none[language];
