import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { InboxFace, InboxStanding } from '../../core/protocol/views.ts';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import type { Language } from '../../core/terms/language.ts';
import type { ConnectionState } from '../ui/connection.ts';
import type { LeavingDraft } from './leaving.ts';
import type { OutboxItem } from './outbox/item.ts';
import { languageOf, type Settings } from './settings.ts';
import { type Standing, standingOf } from './standing.ts';

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
  readonly position: Extract<ServerFrame, { type: 'position' }> | null;
  /** Whether a person is there, as the server said last; null until it has. */
  readonly office: InboxStanding | null;
  /** The form to leave a message or to be called, while it is open. */
  readonly form: LeavingDraft | null;
  /** The page may sound when it is the customer's turn. */
  readonly sounds: boolean;
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

/** A message or a wish to be called is on its way. */
export function leavingNow(state: Pick<ViewState, 'pending' | 'standing'>): boolean {
  if (state.standing.owner === 'agent') return false;
  return state.pending.some((item) => item.kind === 'left' && item.state !== 'failed');
}

/** Whether 转人工 makes sense now: a person who is there, or on the way, need not be asked for. */
export function mayAskHuman(state: Pick<ViewState, 'pending' | 'standing'>): boolean {
  const { owner } = state.standing;
  if (humanAsked(state) || leavingNow(state) || state.standing.wish) return false;
  return owner === 'assistant' || owner === 'nobody';
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

/** Before anything is known. */
export function atRest(settings: Settings): ViewState {
  return {
    settings,
    language: languageFor(settings),
    open: false,
    phase: 'idle',
    face: null,
    online: navigator.onLine,
    connection: 'closed',
    trouble: null,
    events: [],
    standing: standingOf([]),
    pending: [],
    writing: null,
    stoppedAnswers: [],
    typing: null,
    position: null,
    office: null,
    form: null,
    sounds: false,
    unread: 0,
    progress: {},
    prefill: null,
  };
}

/** The language to draw in: see `languageOf`. */
export function languageFor(settings: Settings): Language {
  return languageOf(settings.language, document.documentElement.lang, navigator.languages);
}
