import type { Attachment } from '../../core/terms/attachment.ts';
import type { Language } from '../../core/terms/language.ts';
import { upload } from './api.ts';
import type { OutboxItem } from './outbox/item.ts';
import type { Session } from './session.ts';

export interface Delivery {
  readonly origin: string;
  readonly language: Language;
  readonly session: Pick<Session, 'call' | 'withToken'>;
  /** Where the item goes unless an earlier try has chosen already. */
  readonly conversationId: string;
  /** Stores what must survive until the next try. */
  readonly update: (item: OutboxItem) => Promise<void>;
  /** Share of the item's files that has gone, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Brings one item to the server: its files first, each uploaded once, then the message, the
 * request for a person or for the assistant, or what is left.
 * Resolves when it is durable there. Throws `Refusal` or `Unreachable`.
 */
export async function deliver(
  item: OutboxItem,
  to: Delivery,
): Promise<{ readonly seq: number; readonly conversationId: string }> {
  const conversationId = item.conversationId ?? to.conversationId;
  const bound = { ...item, conversationId };
  await to.update(bound);
  const attachments = await uploadFiles(bound, conversationId, to);
  const { path, body } = callFor(item, attachments, to.language);
  const response = await to.session.call({
    path: `/api/conversations/${conversationId}/${path}`,
    body: { id: item.id, ...body },
  });
  const { seq } = (await response.json()) as { seq: number };
  return { seq, conversationId };
}

function callFor(item: OutboxItem, attachments: readonly string[], language: Language) {
  const { text } = item;
  switch (item.kind) {
    case 'human':
    case 'assistant':
      return { path: item.kind, body: {} };
    case 'left':
      return { path: 'leave-message', body: { text, ...item.left, language } };
    case 'message':
      return {
        path: 'messages',
        body: {
          text,
          ...(attachments.length > 0 && { attachments }),
          ...(item.products && { products: item.products }),
        },
      };
  }
}

async function uploadFiles(item: OutboxItem, conversationId: string, to: Delivery): Promise<string[]> {
  const whole = item.files.reduce((sum, { size }) => sum + size, 0) || 1;
  const files = [...item.files];
  let gone = 0;
  for (const [index, file] of files.entries()) {
    if (file.attachmentId === undefined) {
      const attachment = (await to.session.withToken((token) =>
        upload({
          origin: to.origin,
          path: `/api/conversations/${conversationId}/attachments`,
          language: to.language,
          token,
          file: file.bytes,
          name: file.name,
          onProgress: (share) => to.onProgress((gone + share * file.size) / whole),
        }),
      )) as Attachment;
      files[index] = { ...file, attachmentId: attachment.id };
      await to.update({ ...item, files: [...files] });
    }
    gone += file.size;
  }
  return files.flatMap(({ attachmentId }) => attachmentId ?? []);
}
