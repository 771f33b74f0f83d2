import type { InsteadOfWaiting } from '../../core/terms/event.ts';
import { estimateWords } from './estimate-words.ts';
import { sayIn } from './say.ts';
import { humanAsked, leavingNow, type ViewState } from './view-state.ts';
import { moment, slotWords } from './when.ts';

/** What somebody who waits for a person is told, in sentences. */
export interface WaitingCard {
  /** What the wait is like; a change of it is announced at once, other changes now and then. */
  readonly kind: 'connecting' | 'offline' | 'closed' | 'nobody' | 'meanwhile';
  readonly title: string;
  /** Place and time; null where neither is the point. */
  readonly figures: string | null;
  /** What happens next. */
  readonly next: string;
  /** What the customer may do instead. */
  readonly instead: readonly InsteadOfWaiting[];
}

type Known = Pick<
  ViewState,
  'language' | 'pending' | 'standing' | 'position' | 'office' | 'online' | 'trouble' | 'sounds'
>;

/**
 * The card for how things stand; null for whoever waits for nobody, or has left a message and need not wait.
 * @param now epoch milliseconds
 */
export function waitingCard(state: Known, now: number): WaitingCard | null {
  const say = sayIn(state.language);
  const { standing, position } = state;
  const asked = humanAsked(state);
  const waits = asked || standing.owner === 'queue' || standing.wish;
  if (!waits || standing.left || leavingNow(state)) return null;
  if (asked && (!state.online || state.trouble === 'unreachable'))
    return card('offline', say('connectingWhenOnline'), null, say('nextQuiet'), ['message']);
  const instead = position?.instead ?? standing.notice?.instead ?? [];
  if (standing.wish)
    return card('meanwhile', say('meanwhile'), reopening(state, now), say('meanwhileKept'), instead);
  const place = position ? say('placeKept', { count: position.position }) : null;
  if (isClosed(state, now)) {
    const figures = [reopening(state, now), place].filter((part) => part !== null).join(' · ');
    return card('closed', say('closed'), figures || null, say('closedKept'), instead);
  }
  if (position ? position.agentsOnline === 0 : standing.notice?.code === 'nobody-online')
    return card('nobody', say('nobody'), place, say('nobodyKept'), instead);
  const ahead =
    position === null
      ? say('placeUnknown')
      : `${position.position <= 1 ? say('next') : say('ahead', { count: position.position - 1 })} · ${estimateWords(position.estimate, say)}`;
  return card(
    'connecting',
    say('connecting'),
    ahead,
    say(state.sounds ? 'nextWithSound' : 'nextQuiet'),
    instead,
  );
}

function card(
  kind: WaitingCard['kind'],
  title: string,
  figures: string | null,
  next: string,
  instead: readonly InsteadOfWaiting[],
): WaitingCard {
  return { kind, title, figures, next, instead };
}

/** What happens after a message or a wish to be called was left: who does what, and when. */
export function afterLeaving(
  left: NonNullable<ViewState['standing']['left']>,
  opens: number | null,
  now: number,
  { language }: Pick<ViewState, 'language'>,
): string {
  const say = sayIn(language);
  const { way, phone, email, slot } = left;
  if (way === 'callback' && phone !== undefined)
    return slot
      ? say('leftCallAt', { slot: slotWords(slot, now, language), phone })
      : say('leftCall', { phone });
  const reach = email ?? phone;
  const reply =
    opens === null ? say('leftReply') : say('leftReplyAt', { when: moment(opens, now, language) });
  if (reach === undefined) return reply;
  return `${reply}${language === 'zh' ? '' : ' '}${say('leftReach', { reach })}`;
}

/** When somebody is there again, as far as the last notice or the inbox says and it has not passed. */
function opensAt({ standing, office }: Known, now: number): number | null {
  const told = [standing.notice?.opensAt, office?.isOpen === false ? office.opensAt : null];
  return told.find((at) => typeof at === 'number' && at > now) ?? null;
}

function reopening(state: Known, now: number): string | null {
  const at = opensAt(state, now);
  if (at === null) return null;
  return sayIn(state.language)('closedUntil', { when: moment(at, now, state.language) });
}

/** Whether the card says what this notice says, so that it need not be said twice. */
export function tells(card: WaitingCard | null, notice: ViewState['standing']['notice']): boolean {
  if (card === null || card.kind === 'connecting' || card.kind === 'offline') return false;
  return notice?.code === 'closed' || notice?.code === 'nobody-online';
}

/** Closed, until the hour that was told or the first sign of somebody who can come. */
function isClosed({ standing, position }: Known, now: number): boolean {
  const { notice } = standing;
  if (notice?.code !== 'closed') return false;
  return notice.opensAt === undefined ? !position?.estimate : notice.opensAt > now;
}
