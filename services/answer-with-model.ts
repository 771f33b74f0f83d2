import type { AppendResult, Log } from '../plugs/log.ts';

export async function answerWithModel(_needs: unknown, _owed: unknown): Promise<AppendResult> {
  throw new Error('no model yet');
}

export async function answerBuiltIn(
  _needs: { readonly log: Log; readonly now: () => number },
  _id: string,
  _of: number,
  _fallback: string,
): Promise<AppendResult> {
  throw new Error('no model yet');
}
