/** What a line is about: a closed set, so that an operator can filter by it. */
export type Category = 'start' | 'http' | 'socket' | 'store' | 'model' | 'job' | 'security' | 'server';

type Level = 'debug' | 'info' | 'warn' | 'error';
const order = ['debug', 'info', 'warn', 'error', 'silent'];

/** Facts beside the sentence. Ids, codes, counts and times; never what a customer wrote. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** The server's own journal: one JSON object a line on standard output. */
export function createJournal(
  level: Level | 'silent',
  write: (line: string) => void = (line) => process.stdout.write(line),
) {
  const line = (of: Level, category: Category, message: string, facts: Facts = {}) => {
    if (order.indexOf(of) < order.indexOf(level)) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level: of, category, message, ...facts })}\n`);
  };
  return {
    debug: (category: Category, message: string, facts?: Facts) => line('debug', category, message, facts),
    info: (category: Category, message: string, facts?: Facts) => line('info', category, message, facts),
    warn: (category: Category, message: string, facts?: Facts) => line('warn', category, message, facts),
    /** The stack says where; a database error's `detail` may hold a customer's words and is left out. */
    error: (category: Category, message: string, error: unknown, facts?: Facts) =>
      line('error', category, message, {
        ...facts,
        reason: error instanceof Error ? error.message.slice(0, 300) : String(error).slice(0, 300),
        code: (error as { code?: string })?.code,
        stack: error instanceof Error ? error.stack?.split('\n').slice(1, 6).join(' | ') : undefined,
      }),
  };
}

export type Journal = ReturnType<typeof createJournal>;
