import type { EventKind } from '../../../core/terms/event.ts';
import type { Item } from './items.ts';

type Line = Extract<Item, { kind: 'line' }>;

/** Steps of a wait that lead nowhere by themselves: a night in a queue has hundreds. */
export interface Steps {
  readonly kind: 'steps';
  readonly key: string;
  readonly lines: readonly Line[];
}

const routine: ReadonlySet<EventKind> = new Set(['offered', 'offer-ended', 'notice-given', 'sla-warned']);
/** So many in a row stand as they are; of more, the first and the last of them. */
const mostInARow = 6;
const kept = 2;

const isRoutine = (item: Item): item is Line => item.kind === 'line' && routine.has(item.event.kind);

/** The items with the middle of each long run of routine steps put into one. Nothing is lost, nothing changes places. */
export function foldSteps(items: readonly Item[]): (Item | Steps)[] {
  const folded: (Item | Steps)[] = [];
  let run: Line[] = [];
  const end = () => {
    if (run.length <= mostInARow) folded.push(...run);
    else {
      const lines = run.slice(kept, -kept);
      folded.push(...run.slice(0, kept), { kind: 'steps', key: `steps ${lines[0]!.key}`, lines });
      folded.push(...run.slice(-kept));
    }
    run = [];
  };
  for (const item of items) {
    if (isRoutine(item)) run.push(item);
    else {
      end();
      folded.push(item);
    }
  }
  end();
  return folded;
}
