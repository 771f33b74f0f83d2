import type { Attachment } from '../../../core/terms/attachment.ts';
import type { AssistUse } from '../../../core/terms/event.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { type Outbox, type Outgoing, passesByItself, withOutgoing, withoutOutgoing } from './outbox.ts';

interface Needs {
  readonly outbox: () => Outbox;
  readonly keep: (outbox: Outbox) => void;
  /** Resolves when the screen has what arrived. */
  readonly catchUp: (conversationId: string) => Promise<void>;
}

/** Brings replies, notes and whispers into the log, however often it takes, and never twice. */
export class Delivery {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Puts words on their way; they stand in the timeline at once. */
  send(
    conversationId: string,
    kind: Outgoing['kind'],
    text: string,
    attachments: readonly Attachment[],
    assist?: AssistUse,
  ): void {
    const id = crypto.randomUUID();
    const at = Date.now();
    const help = assist ? { assist } : {};
    void this.#deliver({ id, conversationId, kind, text, attachments, ...help, at, state: 'sending' });
  }

  /** Sends what failed again, with the same id: if it did arrive the first time, nothing happens twice. */
  resend(id: string): void {
    const outgoing = this.#needs.outbox().find((one) => one.id === id);
    if (outgoing) void this.#deliver(outgoing);
  }

  discard(id: string): void {
    this.#needs.keep(withoutOutgoing(this.#needs.outbox(), id));
  }

  /** The connection is back: what failed for want of it goes out. */
  sendWhatWaited(): void {
    for (const one of this.#needs.outbox()) {
      if (one.state === 'failed' && passesByItself(one.error?.code ?? '')) void this.#deliver(one);
    }
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    const { outbox, keep, catchUp } = this.#needs;
    keep(withOutgoing(outbox(), { ...outgoing, state: 'sending' }));
    const { id, text, attachments, assist, kind, conversationId } = outgoing;
    const path = `/api/conversations/${conversationId}`;
    try {
      if (kind === 'reply') {
        const files = attachments.map((one) => one.id);
        await api.post(`${path}/replies`, { id, text, attachments: files, ...(assist ? { assist } : {}) });
      } else await api.post(`${path}/notes`, kind === 'whisper' ? { id, text, whisper: true } : { id, text });
      await catchUp(conversationId);
    } catch (error) {
      if (!outbox().some((one) => one.id === id)) return;
      keep(withOutgoing(outbox(), { ...outgoing, state: 'failed', error: errorSentence(error) }));
    }
  }
}
