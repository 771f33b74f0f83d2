import { Worker } from 'node:worker_threads';

/** What the thread answers a question with: what it found, or in a sentence why not. */
export type ThreadAnswer<Answer> =
  | { readonly number: number; readonly answer: Answer }
  | { readonly number: number; readonly error: string };

/** A thread that stays, with questions that are answered by their numbers. Once it is gone it answers nobody. */
export interface StandingThread<Message, Answer> {
  /** It broke, ended, or took too long. */
  readonly isGone: boolean;
  /** Tells it something that it answers nothing to. */
  tell(message: Message): void;
  /** Rejects when the thread is gone or takes longer than its limit, which ends it. */
  ask(messageWith: (number: number) => Message): Promise<Answer>;
  end(why: string): Promise<void>;
}

/** Starts a thread beside the server, which goes on serving. It keeps no process from ending. */
export function standingThread<Message, Answer>(
  script: URL,
  data: unknown,
  { limitMs, heapMb }: { readonly limitMs: number; readonly heapMb: number },
): StandingThread<Message, Answer> {
  const worker = new Worker(script, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.unref();
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let last = 0;
  let gone: Error | undefined;

  function fail(error: Error): void {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  }

  worker.on('message', (answer: ThreadAnswer<Answer>) => {
    const one = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('answer' in answer) one?.resolve(answer.answer);
    else one?.reject(new Error(answer.error));
  });
  worker.once('error', fail);
  worker.once('exit', () => fail(new Error('the thread ended')));

  const end = async (why: string) => {
    fail(new Error(why));
    await worker.terminate();
  };
  return {
    get isGone() {
      return gone !== undefined;
    },
    tell: (message) => worker.postMessage(message),
    async ask(messageWith) {
      if (gone) throw gone;
      const number = ++last;
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise<Answer>((resolve, reject) => {
          waiting.set(number, { resolve, reject });
          timer = setTimeout(() => void end('the thread took too long'), limitMs);
          timer.unref();
          worker.postMessage(messageWith(number));
        });
      } finally {
        clearTimeout(timer);
      }
    },
    end,
  };
}
