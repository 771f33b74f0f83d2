import type { InboxStanding } from '../../core/protocol/views.ts';
import { type Say, sayIn } from './say.ts';
import type { Session } from './session.ts';
import { mayAskHuman, type ViewState } from './view-state.ts';
import { moment } from './when.ts';

/** Milliseconds for which an answer is taken to be true. */
const staysTrue = 60_000;

/** Asks now and then whether a person is there, only while somebody looks. */
export class Office {
  readonly #session: Pick<Session, 'call'>;
  readonly #inboxId: string;
  readonly #onChange: (standing: InboxStanding) => void;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(session: Pick<Session, 'call'>, inboxId: string, onChange: (standing: InboxStanding) => void) {
    this.#session = session;
    this.#inboxId = inboxId;
    this.#onChange = onChange;
  }

  /** Nothing depends on the answer coming: what is not known is not told. */
  async look(now: number): Promise<void> {
    if (now - this.#askedAt < staysTrue) return;
    this.#askedAt = now;
    try {
      const response = await this.#session.call({
        path: `/api/standing?inbox=${encodeURIComponent(this.#inboxId)}`,
      });
      this.#onChange((await response.json()) as InboxStanding);
    } catch {
      this.#askedAt = Number.NEGATIVE_INFINITY;
    }
  }
}

/** Whether a wish for a person can be met now; true where nobody knows. */
export function somebodyThere(office: InboxStanding | null, now: number): boolean {
  if (!office) return true;
  const open = office.isOpen || (office.opensAt !== null && office.opensAt <= now);
  return open && (office.agentsOnline > 0 || !office.isOpen);
}

/** What stands beside 转人工 before it is tapped: when a person is there again. Null where a person can come. */
export function officeLine(
  state: Pick<ViewState, 'office' | 'pending' | 'standing' | 'language'>,
  now: number,
): { readonly words: string; readonly maySay: boolean } | null {
  const { office, language } = state;
  if (!office || somebodyThere(office, now) || !mayAskHuman(state)) return null;
  const say: Say = sayIn(language);
  const words = office.isOpen
    ? say('nobody')
    : office.opensAt === null
      ? say('closed')
      : say('officeClosedUntil', { when: moment(office.opensAt, now, language) });
  return { words, maySay: office.instead.some((what) => what !== 'assistant') };
}
