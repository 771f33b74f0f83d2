import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { standingOf } from './standing.ts';
import { humanAsked, type ViewState } from './view-state.ts';

type Live = Pick<
  ViewState,
  'events' | 'standing' | 'pending' | 'writing' | 'typing' | 'position' | 'stoppedAnswers'
>;

/** What one frame changes on the screen; an empty change for frames that say nothing to a customer. */
export function afterFrame(state: Live, frame: ServerFrame): Partial<Live> {
  switch (frame.type) {
    case 'events':
      return afterEvents(state, [...state.events, ...frame.events]);
    case 'writing': {
      // Whoever has asked for a person no longer wants these words, however late they come.
      if (state.stoppedAnswers.includes(frame.answerId) || humanAsked(state)) return {};
      if (state.standing.owner !== 'assistant') return {};
      const before = state.writing?.answerId === frame.answerId ? state.writing.text : '';
      return { writing: { answerId: frame.answerId, text: before + frame.text }, typing: null };
    }
    case 'writing-stopped':
      return state.writing?.answerId === frame.answerId ? stopWriting(state) : {};
    case 'typing': {
      if (frame.by === 'contact') return {};
      const { by, name } = frame;
      return { typing: frame.on ? { by, ...(name === undefined ? {} : { name }) } : null };
    }
    case 'position':
      // It may overtake the events that put the customer into the queue, and is not told again until it changes. One
      // that comes too late puts nobody back: who waits stands in the events, and the next of them forget it.
      return { position: frame };
    default:
      return {};
  }
}

/** The whole conversation as it now stands. A finished answer replaces the one that was being written. */
export function afterEvents(state: Live, events: readonly ConversationEvent[]): Partial<Live> {
  const standing = standingOf(events);
  const isSaid = events.some(
    (event) => event.kind === 'message-sent' && event.body.answerId === state.writing?.answerId,
  );
  const spoke = events.at(-1)?.kind === 'message-sent';
  return {
    events,
    standing,
    writing: isSaid || standing.owner !== 'assistant' ? null : state.writing,
    typing: spoke || standing.owner === 'nobody' ? null : state.typing,
    position: standing.owner === 'queue' ? state.position : null,
  };
}

/** The answer on its way disappears, and none of its later words are shown. */
export function stopWriting(state: Live): Partial<Live> {
  const stopped = state.writing ? [...state.stoppedAnswers, state.writing.answerId] : state.stoppedAnswers;
  return { writing: null, typing: null, stoppedAnswers: stopped.slice(-20) };
}
