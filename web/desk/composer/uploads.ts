import { useSyncExternalStore } from 'react';
import type { Attachment } from '../../../core/terms/attachment.ts';
import { api, errorSentence } from '../../ui/api.ts';

/** A file that goes with the next reply. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly file: File;
  /** From 0 to 1. */
  readonly progress: number;
  /** There once the server has it. */
  readonly attachment?: Attachment;
  readonly error?: { readonly code: string; readonly message: string };
}

const none: readonly Upload[] = [];
const uploads = new Map<string, readonly Upload[]>();
const running = new Map<string, AbortController>();
const listeners = new Set<() => void>();

function change(conversationId: string, next: readonly Upload[]): void {
  uploads.set(conversationId, next);
  for (const listener of listeners) listener();
}

function update(conversationId: string, key: string, part: Partial<Upload>): void {
  const all = uploads.get(conversationId) ?? none;
  change(
    conversationId,
    all.map((one) => (one.key === key ? { ...one, ...part } : one)),
  );
}

/** Starts sending the files; they stay with the conversation while the agent works in another one. */
export function addFiles(conversationId: string, files: Iterable<File>): void {
  for (const file of files) {
    const key = crypto.randomUUID();
    const all = uploads.get(conversationId) ?? none;
    change(conversationId, [...all, { key, name: file.name, size: file.size, file, progress: 0 }]);
    start(conversationId, key, file);
  }
}

/** Sends a file that failed once more. */
export function uploadAgain(conversationId: string, { key, name, size, file }: Upload): void {
  const all = uploads.get(conversationId) ?? none;
  change(
    conversationId,
    all.map((one) => (one.key === key ? { key, name, size, file, progress: 0 } : one)),
  );
  start(conversationId, key, file);
}

function start(conversationId: string, key: string, file: File): void {
  const abort = new AbortController();
  running.set(key, abort);
  api
    .upload<Attachment>(
      `/api/conversations/${conversationId}/attachments`,
      file,
      (progress) => update(conversationId, key, { progress }),
      abort.signal,
    )
    .then((attachment) => update(conversationId, key, { attachment, progress: 1 }))
    .catch((error: unknown) => {
      if (!abort.signal.aborted) update(conversationId, key, { error: errorSentence(error) });
    })
    .finally(() => running.delete(key));
}

export function removeUpload(conversationId: string, key: string): void {
  running.get(key)?.abort();
  change(
    conversationId,
    (uploads.get(conversationId) ?? none).filter((one) => one.key !== key),
  );
}

/** The reply took them along; what failed stays in sight until somebody removes it. */
export function clearUploads(conversationId: string): void {
  change(
    conversationId,
    (uploads.get(conversationId) ?? none).filter(({ error }) => error),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useUploads(conversationId: string): readonly Upload[] {
  return useSyncExternalStore(subscribe, () => uploads.get(conversationId) ?? none);
}
