import type { Played, PlayOrder } from './play.ts';

/** Plays beside the page. Rejects when the worker breaks or `signal` ends it. */
export function playBeside(order: PlayOrder, signal: AbortSignal): Promise<Played> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      reject(new DOMException('aborted', 'AbortError'));
    });
    worker.onmessage = ({ data }: MessageEvent<Played>) => {
      end();
      resolve(data);
    };
    worker.onerror = (event) => {
      end();
      reject(new Error(event.message));
    };
    worker.postMessage(order);
  });
}
