import type { ConversationEvent } from '../../core/terms/event.ts';
import type { WidgetText } from '../../core/text/widget.ts';
import { tooManyCharacters } from './composing.ts';
import type { LeftDetails, OutboxItem } from './outbox/item.ts';
import type { Slot } from './when.ts';

/** The form as it is being filled in. */
export interface LeavingDraft {
  readonly way: 'message' | 'callback';
  readonly text: string;
  /** E-mail or phone. */
  readonly reach: string;
  readonly phone: string;
  readonly slot: Slot | null;
}

export type LeavingField = 'text' | 'reach' | 'phone' | 'slot';

/** A sentence that helps, with its figures. */
export interface Problem {
  readonly say: WidgetText;
  readonly values?: Readonly<Record<string, number>>;
}

export type Checked =
  | { readonly text: string; readonly left: LeftDetails }
  | { readonly problems: Readonly<Partial<Record<LeavingField, Problem>>> };

/** What would be sent, or what is missing. `slots` are those that can still be chosen. */
export function checkLeaving(draft: LeavingDraft, slots: readonly Slot[]): Checked {
  const problems: Partial<Record<LeavingField, Problem>> = {};
  const text = draft.text.trim();
  const over = tooManyCharacters(text);
  if (text === '') problems.text = { say: 'needText' };
  else if (over > 0) problems.text = { say: 'textOver', values: { count: over } };
  let left: LeftDetails = { way: draft.way };
  if (draft.way === 'callback') {
    const phone = phoneOf(draft.phone);
    if ('problem' in phone) problems.phone = phone.problem;
    else left = { ...left, phone: phone.phone };
    const slot = slots.find(({ from }) => from === draft.slot?.from);
    if (slot) left = { ...left, slot };
    else if (slots.length > 0) problems.slot = { say: draft.slot ? 'slotGone' : 'needSlot' };
  } else if (draft.reach.trim() !== '') {
    const reach = reachOf(draft.reach);
    if ('problem' in reach) problems.reach = reach.problem;
    else left = { ...left, ...reach };
  }
  return Object.keys(problems).length > 0 ? { problems } : { text, left };
}

/** Full-width digits and signs, as an input method leaves them, are read as what they stand for. */
const plain = (written: string) => written.normalize('NFKC').trim();

/** E.164 has at most 15 digits; a mainland mobile number begins with 1 and has 11. */
export function phoneOf(written: string): { readonly phone: string } | { readonly problem: Problem } {
  const phone = plain(written);
  if (phone === '') return { problem: { say: 'needPhone' } };
  if (!/^[+\d\s().\-–—]+$/.test(phone)) return { problem: { say: 'phoneSigns' } };
  const bare = phone.replace(/[^\d+]/g, '');
  const digits = bare.replace(/\+/g, '');
  if (/^1[3-9]/.test(bare) && digits.length !== 11 && digits.length > 7)
    return { problem: { say: 'phoneMobile', values: { count: digits.length } } };
  if (digits.length < 6) return { problem: { say: 'phoneShort' } };
  if (digits.length > 15) return { problem: { say: 'phoneLong' } };
  return { phone: bare };
}

function reachOf(written: string): { phone: string } | { email: string } | { problem: Problem } {
  const reach = plain(written).replaceAll('。', '.');
  if (reach.includes('@'))
    return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(reach) && reach.length <= 200
      ? { email: reach }
      : { problem: { say: 'emailBroken' } };
  return /\d/.test(reach) ? phoneOf(reach) : { problem: { say: 'reachNeither' } };
}

/** 转人工 in a few words: a wish, not a question. */
const asksForPerson =
  /^.{0,8}(人工|客服|真人).{0,6}$|^(?=.{0,48}$).*\b(human|agent|a person|real person|representative)\b/i;

/**
 * The question that nobody has settled: the customer's last words that ask for more than a person, unless an agent has
 * answered since, or the assistant has and no person was asked for. Empty where there is none.
 */
export function openQuestion(events: readonly ConversationEvent[], pending: readonly OutboxItem[]): string {
  const waiting = pending.findLast(({ kind, text }) => kind === 'message' && isQuestion(text));
  if (waiting) return waiting.text;
  const asked = pending.some(({ kind }) => kind === 'human');
  let wantsPerson = asked;
  for (const event of [...events].reverse()) {
    if (event.kind === 'resolved') return '';
    if (event.kind === 'queued') wantsPerson = true;
    if (event.kind === 'message-sent') {
      if (event.actor.kind === 'agent') return '';
      if (event.body.offersHuman) wantsPerson = true;
      if (!wantsPerson) return '';
    }
    if (event.kind === 'message-received' && isQuestion(event.body.text)) return event.body.text;
  }
  return '';
}

const isQuestion = (text: string) => text.trim() !== '' && !asksForPerson.test(text.trim());
