import { diffPolicy, type PolicyChange } from '../../../../core/policy/diff-policy.ts';
import type { TimeSpan } from '../../../../core/terms/calendar.ts';
import type { Bilingual, Language } from '../../../../core/terms/language.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import type { Overflow } from '../../../../core/terms/queue.ts';
import type { SkillNeed } from '../../../../core/terms/skill.ts';
import type { SlaRule, SlaTarget } from '../../../../core/terms/sla.ts';
import type { TriageAction, TriageCondition, TriageRule } from '../../../../core/terms/triage.ts';
import { weekdayWord } from '../../../../core/text/console-calendars.ts';
import { durationWords } from '../../../../core/text/console-duration.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import {
  actionSentence,
  namesOf,
  ruleSentence,
  whenSentence,
} from '../../../../core/text/console-rule-sentence.ts';
import { channelWord, triageText } from '../../../../core/text/console-triage.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { stagePhrase } from '../queues/overflow-words.ts';
import { slaPromise, slaScope } from '../sla/sla-sentence.ts';
import { absentWord, choiceWord, colon, fieldWord, nothing, spansWords } from './field-words.ts';

/** The changes of one page, each as a sentence. */
export interface ChangeGroup {
  readonly page: 'queues' | 'triage' | 'segments' | 'handoff' | 'calendars' | 'sla' | 'weights';
  readonly changes: readonly {
    readonly key: string;
    readonly kind: PolicyChange['kind'];
    /** The kind in words, for those who hear the page. */
    readonly kindWord: string;
    readonly sentence: string;
  }[];
}

const pages: Readonly<Record<keyof Policy, ChangeGroup['page']>> = {
  queues: 'queues',
  triage: 'triage',
  segments: 'segments',
  handoff: 'handoff',
  calendars: 'calendars',
  sla: 'sla',
  routing: 'weights',
};

/** What differs between two policies, in words, in the order of the pages. */
export function policyChanges(before: Policy, after: Policy, language: Language): ChangeGroup[] {
  const words = wordsFor(before, after, language);
  const all = diffPolicy(before, after);
  return Object.entries(pages).flatMap(([section, page]) => {
    const changes = all
      .filter((change) => change.section === section)
      .map((change) => ({
        key: `${change.kind} ${change.path}`,
        kind: change.kind,
        kindWord: routingText[`kind_${change.kind}`][language],
        sentence: words(change),
      }));
    return changes.length > 0 ? [{ page, changes }] : [];
  });
}

function wordsFor(before: Policy, after: Policy, language: Language): (change: PolicyChange) => string {
  const old = namesOf(before, language);
  const now = namesOf(after, language);
  /** The new name, or the old one of what is gone. */
  const names = {
    queue: (id: string) => (now.queue(id) === id ? old.queue(id) : now.queue(id)),
    segment: (id: string) => (now.segment(id) === id ? old.segment(id) : now.segment(id)),
    calendar: (id: string) => (now.calendar(id) === id ? old.calendar(id) : now.calendar(id)),
  };
  const list = (values: readonly string[]) =>
    values.length > 0 ? values.join(language === 'zh' ? '、' : ', ') : nothing(language);
  const skills = (needs: readonly SkillNeed[]) =>
    list(needs.map(({ skill, level }) => `${skill} ≥ ${level}`));

  function week(days: readonly (readonly TimeSpan[])[], other: readonly (readonly TimeSpan[])[]): string {
    const differing = days.flatMap((spans, day) =>
      JSON.stringify(spans) === JSON.stringify(other[day])
        ? []
        : [`${weekdayWord[day]?.[language] ?? day} ${spansWords(spans, language)}`],
    );
    return list(differing);
  }

  function value(key: string, what: unknown, other: unknown, section: keyof Policy): string {
    if (what === undefined || what === null) return (absentWord[key] ?? routingText.none)[language];
    if (key === 'name') return typeof what === 'string' ? what : (what as Bilingual)[language];
    if (key.endsWith('Ms')) return durationWords(what as number, language);
    if (key === 'prediction') {
      const { enabled, lateCost } = what as NonNullable<Policy['handoff']['prediction']>;
      return enabled ? String(lateCost) : routingText.none[language];
    }
    if (key === 'warnAt') return asPercent(what as number);
    if (key === 'calendarId') return names.calendar(what as string);
    if (key === 'queueIds') return list((what as string[]).map(names.queue));
    if (key === 'segments' && section === 'sla') return list((what as string[]).map(names.segment));
    if (key === 'agentIds') return fill(queuesText.members[language], { count: (what as string[]).length });
    if (key === 'requires' || key === 'prefers') return skills(what as SkillNeed[]);
    if (key === 'when') return whenSentence(what as TriageCondition[], names, language);
    if (key === 'then')
      return list((what as TriageAction[]).map((one) => actionSentence(one, names, language)));
    if (key === 'spans') return spansWords(what as 'as-weekday' | TimeSpan[], language);
    if (key === 'week') return week(what as TimeSpan[][], (other ?? []) as TimeSpan[][]);
    if (key === 'overflow')
      return list((what as Overflow[]).map((stage) => stagePhrase(stage, names.queue, language)));
    return choiceWord[key]?.[String(what)]?.[language] ?? String(what);
  }

  function thing(change: PolicyChange): string {
    const [, id = ''] = change.path.split('.');
    if (change.section === 'sla') {
      const rule = [...after.sla, ...before.sla].find((one) => one.id === id);
      return choiceWord.target?.[rule?.target ?? ('' as SlaTarget)]?.[language] ?? id;
    }
    const name = change.name;
    const shown = typeof name === 'string' ? name : (name?.[language] ?? id);
    return language === 'zh' ? `「${shown}」` : `“${shown}”`;
  }

  return (change) => {
    const parts = change.path.split('.');
    const key = parts.at(-1) ?? '';
    const isObject = change.section === 'handoff' || change.section === 'routing';
    // A calendar's exceptions are items inside an item: `calendars.office.exceptions.2026-10-01`.
    const day = parts[2] === 'exceptions' ? parts[3] : undefined;
    if (change.kind === 'moved') {
      const place = change.afterId
        ? fill(routingText.movedAfter[language], {
            name: nameOf(after, change.section, change.afterId, language),
          })
        : routingText.movedFirst[language];
      return `${thing(change)}${colon(language)}${place}`;
    }
    if (change.kind === 'added' || change.kind === 'removed') {
      const verb = routingText[`kind_${change.kind}`][language];
      const item = (change.after ?? change.before) as { when?: unknown; then?: unknown; spans?: unknown };
      if (day !== undefined && parts.length === 4)
        return `${verb} ${day} ${String((item as { name?: string }).name ?? '')} ${spansWords(item.spans as TimeSpan[], language)}`;
      const rule = item.then
        ? `${colon(language)}${ruleSentence(item as unknown as TriageRule, names, language)}`
        : '';
      const space = language === 'zh' && !/^[A-Za-z]/.test(thing(change)) ? '' : ' ';
      const promise =
        change.section === 'sla'
          ? `${colon(language)}${slaScope(item as unknown as SlaRule, names, language)} · ${slaPromise(item as unknown as SlaRule, names, language)}`
          : '';
      return `${verb}${space}${thing(change)}${rule}${promise}`;
    }
    if (key === 'enabled') {
      const switched = change.section === 'handoff' ? triageText.prediction[language] : thing(change);
      return `${routingText[change.after ? 'turnedOn' : 'turnedOff'][language]} ${switched}`;
    }
    const label =
      (parts[1] === 'channelWeights' ? channelWord[key as keyof typeof channelWord] : fieldWord[key])?.[
        language
      ] ?? key;
    const subject = isObject
      ? label
      : `${thing(change)}${day ? ` ${day}` : ''}${language === 'zh' ? '· ' : ' · '}${label}`;
    const [was, is] = [
      value(key, change.before, change.after, change.section),
      value(key, change.after, change.before, change.section),
    ];
    return `${subject}${colon(language)}${was} → ${is}`;
  };
}

function nameOf(policy: Policy, section: keyof Policy, id: string, language: Language): string {
  const items = policy[section] as readonly { readonly id: string; readonly name?: Bilingual | string }[];
  const name = items.find((one) => one.id === id)?.name;
  return typeof name === 'string' ? name : (name?.[language] ?? id);
}
