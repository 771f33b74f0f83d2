import type { InboxFace } from '../../core/protocol/views.ts';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Language } from '../../core/terms/language.ts';
import type { ConnectionState } from '../ui/connection.ts';
import type { OutboxItem } from './outbox/item.ts';
import type { Settings } from './settings.ts';
import type { Standing } from './standing.ts';

/** Everything the screen is drawn from. Replaced as a whole, never changed. */
export interface ViewState {
  readonly settings: Settings;
  readonly language: Language;
  readonly open: boolean;
  /** `idle` until somebody opens the widget for the first time; `refused` when the inbox does not let this page in. */
  readonly phase: 'idle' | 'starting' | 'ready' | 'refused';
  readonly refusal?: ErrorCode;
  readonly face: InboxFace | null;
  readonly online: boolean;
  readonly connection: ConnectionState;
  readonly trouble: 'unreachable' | 'slow-down' | null;
  readonly events: readonly ConversationEvent[];
  readonly standing: Standing;
  readonly pending: readonly OutboxItem[];
  /** The answer on its way, as far as it has come. */
  readonly writing: { readonly answerId: string; readonly text: string } | null;
  /** Answers whose words are no longer wanted, by id. */
  readonly stoppedAnswers: readonly string[];
  readonly typing: { readonly by: 'agent' | 'assistant'; readonly name?: string } | null;
  readonly position: { readonly position: number; readonly agentsOnline: number } | null;
  readonly unread: number;
  /** Share of the files of an item that has gone, by item id. */
  readonly progress: Readonly<Record<string, number>>;
  /** Words that the page put into the composer; `serial` tells two equal ones apart. */
  readonly prefill: { readonly text: string; readonly serial: number } | null;
}

/** The customer has asked for a person and the log does not show it yet. */
export function humanAsked(state: Pick<ViewState, 'pending'>): boolean {
  return state.pending.some((item) => item.kind === 'human' && item.state !== 'failed');
}

/** Whether 转人工 makes sense now: a person who is there, or on the way, need not be asked for. */
export function mayAskHuman(state: Pick<ViewState, 'pending' | 'standing'>): boolean {
  const { owner } = state.standing;
  return !humanAsked(state) && (owner === 'assistant' || owner === 'nobody');
}

/** The assistant is at work on the customer's last message and shows nothing yet. */
export function thinking(state: ViewState): boolean {
  return (
    state.writing === null &&
    !humanAsked(state) &&
    state.standing.owner === 'assistant' &&
    (state.standing.unanswered ||
      state.pending.some((item) => item.kind === 'message' && item.state === 'sent'))
  );
}
