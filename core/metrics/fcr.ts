import type { Bilingual } from '../terms/language.ts';
import { type ConversationFacts, type Measured, share } from './conversation-facts.ts';

export const definition: Bilingual = {
  zh: '一次解决的会话 ÷ 已结束的会话（无效会话除外）。一次解决：没有被标为未解决，没有重新打开，同一客户 7 天内没有为同一问题再来。不满 7 天的会话先按目前的情况计，之后可能下调。',
  en: 'Conversations resolved the first time ÷ conversations that ended (spam left out). Resolved the first time: not marked unsolved, not reopened, and the same customer did not come back about the same issue within 7 days. Conversations younger than 7 days count as they stand and may still drop out.',
};

/** How long a customer must not come back about the same issue. Milliseconds. */
export const repeatWindow = 7 * 24 * 60 * 60 * 1000;

/**
 * Every conversation by its contact, oldest first: made once, so that looking for repeats stays fast. It must hold the
 * conversations after the measured period too, or a repeat just behind its end is overlooked.
 */
export function byContact(
  conversations: readonly ConversationFacts[],
): ReadonlyMap<string, readonly ConversationFacts[]> {
  const groups = new Map<string, ConversationFacts[]>();
  for (const facts of conversations) {
    const group = groups.get(facts.contactId);
    if (group) group.push(facts);
    else groups.set(facts.contactId, [facts]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.openedAt - b.openedAt);
  return groups;
}

/** The contact opened another conversation on the same issue after this one ended, within the window. */
export function cameBack(
  facts: ConversationFacts,
  contacts: ReadonlyMap<string, readonly ConversationFacts[]>,
): boolean {
  const endedAt = facts.resolution?.at;
  if (endedAt === undefined) return false;
  return (contacts.get(facts.contactId) ?? []).some(
    (other) =>
      other.id !== facts.id &&
      other.openedAt >= endedAt &&
      other.openedAt < endedAt + repeatWindow &&
      (other.issue === null || facts.issue === null || other.issue === facts.issue),
  );
}

/** Resolved, not marked unsolved, never reopened, and no repeat within the window. */
export function passesFcr(
  facts: ConversationFacts,
  contacts: ReadonlyMap<string, readonly ConversationFacts[]>,
): boolean {
  return (
    facts.resolution !== null &&
    facts.resolution.disposition !== 'spam' &&
    facts.resolution.disposition !== 'not-solved' &&
    facts.reopenings === 0 &&
    !cameBack(facts, contacts)
  );
}

/** FCR (首次解决率). `contacts` as {@link byContact} makes it. */
export function fcr(
  conversations: readonly ConversationFacts[],
  contacts: ReadonlyMap<string, readonly ConversationFacts[]>,
): Measured {
  const ended = conversations.filter(
    (facts) => facts.resolution !== null && facts.resolution.disposition !== 'spam',
  );
  return share(ended.filter((facts) => passesFcr(facts, contacts)).length, ended.length);
}
