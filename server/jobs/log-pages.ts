import type { LogCursor, LogPage, WholeLog } from '../../adapters/store/whole-log.ts';
import type { EventKind } from '../../core/terms/event.ts';

export type ReadPage = (after: LogCursor) => Promise<LogPage>;

export interface LogPages {
  /** How a reader of some kinds of events reads on from a cursor. */
  reader(kinds: readonly EventKind[]): ReadPage;
}

const eventsOfPage = 2_000;
/** Readers are a page or two apart; a page is about a megabyte. */
const mostKept = 2;

/**
 * The pages of the log for several readers. They mostly stand at the same place, and what is certain never changes, so
 * a page is read once for all of them: with every reader reading for itself, that was a quarter of the database's work
 * under load.
 */
export function createLogPages(wholeLog: Pick<WholeLog, 'read'>): LogPages {
  const kinds = new Set<EventKind>();
  const kept = new Map<LogCursor, Promise<LogPage>>();

  function fresh(after: LogCursor): Promise<LogPage> {
    const page = wholeLog.read(after, eventsOfPage, [...kinds]);
    kept.set(after, page);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    const forget = () => {
      if (kept.get(after) === page) kept.delete(after);
    };
    page.then(({ cursor }) => cursor === after && forget(), forget);
    return page;
  }

  async function next(after: LogCursor): Promise<LogPage> {
    const asked = kept.get(after);
    if (!asked) return fresh(after);
    const page = await asked.catch(() => undefined);
    // That nothing stood there when another asked does not say that nothing stands there now.
    return page && page.cursor !== after ? page : fresh(after);
  }

  return {
    reader(wanted) {
      for (const kind of wanted) kinds.add(kind);
      // What was read for fewer kinds lacks the others.
      kept.clear();
      const own = new Set(wanted);
      return async (after) => {
        const page = await next(after);
        return { ...page, events: page.events.filter(({ kind }) => own.has(kind)) };
      };
    },
  };
}
