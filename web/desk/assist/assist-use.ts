import { editShare } from '../../../core/assist/edit-share.ts';
import { lostShare } from '../../../core/assist/lost-share.ts';
import type { AssistKind, AssistUse } from '../../../core/terms/event.ts';

/** A piece of help, as the log names it. */
export interface HelpRef {
  readonly kind: AssistKind;
  readonly ref: string;
}

/** Help that was put into a draft, with its words as they were. */
export interface TakenHelp extends HelpRef {
  readonly text: string;
}

/** As many as the log keeps of one reply. */
const most = 12;
/** With less of it left the agent wrote something of their own. */
const leastLeft = 0.2;

const same = (one: HelpRef) => (other: HelpRef) => one.kind === other.kind && one.ref === other.ref;
const bare = ({ kind, ref }: HelpRef): HelpRef => ({ kind, ref });

function once(all: readonly HelpRef[]): HelpRef[] {
  return all.filter((one, at) => all.findIndex(same(one)) === at).map(bare);
}

/**
 * What goes into the log beside a reply: what stood before the agent, what of it they took, and how far the reply is
 * from it. Taken is what is still to be recognised in `sent`. Whole pieces are measured over the whole reply, ghost
 * text alone over its own words, since it is only ever a part. Undefined where there was no help at all.
 */
export function assistUseOf(
  shown: readonly HelpRef[],
  inserted: readonly TakenHelp[],
  sent: string,
): AssistUse | undefined {
  const left = inserted.filter(({ text }) => 1 - lostShare(text, sent) >= leastLeft);
  const taken = once(left).slice(0, most);
  const all = once([...taken, ...shown]).slice(0, most);
  if (all.length === 0) return undefined;
  if (taken.length === 0) return { shown: all, taken, edited: null };
  const whole = left.filter(({ kind }) => kind !== 'ghost');
  const edited =
    whole.length > 0
      ? editShare(left.map(({ text }) => text).join('\n'), sent)
      : Math.max(...left.map(({ text }) => lostShare(text, sent)));
  return { shown: all, taken, edited: Math.round(edited * 1000) / 1000 };
}
