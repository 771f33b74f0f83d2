import type { AssistKind } from '../terms/event.ts';
import type { Bilingual } from '../terms/language.ts';
import { quantile } from './quantile.ts';

export const definition: Bilingual = {
  zh: '采纳率＝采用了帮助的回复 ÷ 看到过帮助的回复。改动幅度＝发出的文字与采用的文字之间的编辑距离 ÷ 较长一方的字数。“有帮助”的会话指坐席至少采用过一次帮助；是否采用由坐席自己决定，难题本来就耗时，所以两组时长的差别不能说明是帮助造成的。',
  en: 'Acceptance = replies in which help was taken ÷ replies beside which help was shown. Edited = edit distance between what was sent and what was taken ÷ the length of the longer. Conversations with help are those in which an agent took help at least once. Agents choose when to take it, and hard matters take long in any case: the difference between the two times is no proof of a cause.',
};

/** A reply of an agent, with the kinds of help that stood beside it. */
export interface HelpedReply {
  readonly shown: readonly AssistKind[];
  readonly taken: readonly AssistKind[];
  /** 0 (as it was taken) to 1; null where nothing was taken. */
  readonly edited: number | null;
}

/** A conversation that ended and in which an agent replied. */
export interface HandledConversation {
  readonly handledMs: number;
  /** An agent took help in it at least once. */
  readonly hadHelp: boolean;
}

const kinds: readonly AssistKind[] = ['reply', 'passage', 'solved', 'step', 'ghost', 'written'];
/** Closer than this nobody changed anything. */
const untouched = 0.005;

/** What became of the help: acceptance, edit distance, handling time with and without. Null where nothing was measured. */
export function assistFigures(replies: readonly HelpedReply[], ended: readonly HandledConversation[]) {
  const withHelp = replies.filter(({ shown, taken }) => shown.length > 0 || taken.length > 0);
  const taken = withHelp.filter((reply) => reply.taken.length > 0);
  const edits = taken.flatMap(({ edited }) => (edited === null ? [] : [edited]));
  const asTaken = edits.filter((edited) => edited < untouched);
  return {
    replies: replies.length,
    acceptance: ratio(taken.length, withHelp.length),
    asTaken: ratio(asTaken.length, edits.length),
    edited: { value: mean(edits), of: edits.length },
    kinds: kinds.map((kind) => {
      const count = (list: 'shown' | 'taken') =>
        replies.reduce((sum, reply) => sum + reply[list].filter((one) => one === kind).length, 0);
      return { kind, shown: Math.max(count('shown'), count('taken')), taken: count('taken') };
    }),
    handling: {
      with: timesOf(ended.filter(({ hadHelp }) => hadHelp)),
      without: timesOf(ended.filter(({ hadHelp }) => !hadHelp)),
    },
  };
}

const ratio = (part: number, of: number) => ({ value: of === 0 ? null : part / of, part, of });

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function timesOf(conversations: readonly HandledConversation[]) {
  const times = conversations.map(({ handledMs }) => handledMs).filter((handledMs) => handledMs > 0);
  return {
    meanMs: mean(times),
    medianMs: times.length === 0 ? null : quantile(times, 0.5),
    of: times.length,
  };
}
