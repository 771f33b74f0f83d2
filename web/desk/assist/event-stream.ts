/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * The whole events in what arrived so far, and what is left over of an unfinished one. Lines end as the HTML standard
 * lets them; comments and fields other than `event` and `data` are passed over.
 */
export function eventsIn(arrived: string): {
  readonly events: readonly StreamEvent[];
  readonly rest: string;
} {
  const blocks = arrived.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
    const valuesOf = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2]!] : []));
    const data = valuesOf('data').join('\n');
    return data === '' ? [] : [{ event: valuesOf('event').at(-1) ?? 'message', data }];
  });
  return { events, rest };
}
