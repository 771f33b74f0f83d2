import type { Bilingual } from '../terms/language.ts';
import { aht } from './aht.ts';
import { containment, isContained } from './containment.ts';
import { type ConversationFacts, involvedAgent, type Measured } from './conversation-facts.ts';
import { csat, csatResponse } from './csat.ts';
import { dayOf, daysBetween } from './days.ts';
import { byContact, fcr } from './fcr.ts';
import { resolvedContainment } from './resolved-containment.ts';
import { timeToHuman } from './time-to-human.ts';

/** Definition of the plain count of conversations, which needs no formula of its own. */
export const definition: Bilingual = {
  zh: '这段时间内开始的会话。其他指标说的都是这批会话，按开始的那天归入日期。',
  en: 'Conversations that began in this period. All other figures are about these conversations, each on the day on which it began.',
};

/** The names and units of the dashboard's figures, in the order in which it shows them. */
const units = {
  conversations: 'count',
  containment: 'share',
  resolvedContainment: 'share',
  timeToHuman: 'milliseconds',
  timeToHumanP90: 'milliseconds',
  aht: 'milliseconds',
  fcr: 'share',
  csat: 'share',
  csatResponse: 'share',
} as const;
type FigureName = keyof typeof units;

function measure(
  conversations: readonly ConversationFacts[],
  contacts: ReadonlyMap<string, readonly ConversationFacts[]>,
): Record<FigureName, Measured> {
  const wait = timeToHuman(conversations);
  return {
    conversations: { value: conversations.length, of: conversations.length },
    containment: containment(conversations),
    resolvedContainment: resolvedContainment(conversations, contacts),
    timeToHuman: { value: wait.median, of: wait.of },
    timeToHumanP90: { value: wait.p90, of: wait.of },
    aht: aht(conversations),
    fcr: fcr(conversations, contacts),
    csat: csat(conversations),
    csatResponse: csatResponse(conversations),
  };
}

/**
 * The `Overview` of `core/protocol/views.ts` for the conversations opened from `from` up to but not including `to`,
 * compared with the equally long period before. A conversation belongs to the day on which it was opened, in the
 * time zone `utcOffsetMinutes` east of UTC (480 in China).
 *
 * `all` must hold every conversation opened since `from - (to - from)`, also those after `to`: they show which
 * customers came back.
 */
export function overview(
  all: readonly ConversationFacts[],
  period: { readonly from: number; readonly to: number; readonly utcOffsetMinutes: number },
) {
  const { from, to, utcOffsetMinutes } = period;
  const contacts = byContact(all);
  const opened = (start: number, end: number) =>
    all.filter((facts) => facts.openedAt >= start && facts.openedAt < end);
  const present = opened(from, to);
  const now = measure(present, contacts);
  const before = measure(opened(from - (to - from), from), contacts);

  const perDay = Map.groupBy(present, (facts) => dayOf(facts.openedAt, utcOffsetMinutes));
  return {
    from,
    to,
    figures: (Object.keys(units) as FigureName[]).map((name) => ({
      name,
      value: now[name].value,
      previous: before[name].value,
      unit: units[name],
      of: now[name].of,
    })),
    days: daysBetween(from, to, utcOffsetMinutes).map((day) => {
      const conversations = perDay.get(day) ?? [];
      return {
        day,
        conversations: conversations.length,
        contained: conversations.filter(isContained).length,
        handedOver: conversations.filter(involvedAgent).length,
        csat: csat(conversations).value,
      };
    }),
    reasons: countReasons(present),
  };
}

/** In how many conversations each handoff reason played a part, the most frequent first. */
function countReasons(conversations: readonly ConversationFacts[]) {
  const counts = new Map<string, number>();
  for (const facts of conversations) {
    for (const code of new Set(facts.handoff?.reasons)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
