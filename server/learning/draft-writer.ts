import type { Articles } from '../../adapters/store/articles.ts';
import type { Proposals } from '../../adapters/store/proposals.ts';
import type { Log } from '../../plugs/log.ts';
import type { ChatModel } from '../../plugs/model.ts';
import { languageSpoken, sinceOpening, turnsOf } from '../../services/turns-of-log.ts';
import { writeDraft } from '../../services/write-draft.ts';
import type { Journal } from '../journal.ts';

const mostWaiting = 200;

/**
 * Has a model write what was extracted by rules, one proposal after the other and beside the reader of the log, which
 * never waits for it. Until then, and where the model fails, the extracted draft stands.
 */
export function createDraftWriter(needs: {
  readonly model: ChatModel | undefined;
  readonly log: Pick<Log, 'read'>;
  readonly articles: Articles;
  readonly proposals: Proposals;
  readonly now: () => number;
  readonly journal: Journal;
}) {
  const { model, log, articles, proposals, now, journal } = needs;
  const waiting: string[] = [];
  const controller = new AbortController();
  let running: Promise<void> | undefined;

  async function rewrite(chat: ChatModel, proposalId: string): Promise<void> {
    const proposal = await proposals.find(proposalId);
    const source = proposal?.sources.at(-1);
    if (proposal?.state !== 'waiting' || proposal.kind !== 'new' || !source) return;
    const events = await log.read(source.conversationId, 0, 5000);
    const until = events.filter(({ at }) => at <= source.resolvedAt);
    const current = sinceOpening(until);
    const language = languageSpoken(current);
    const written = await writeDraft(chat, { turns: turnsOf(current), language }, controller.signal);
    if ('refused' in written) {
      journal.info('job', 'a model’s draft was not used', { proposal: proposalId, reason: written.refused });
      return;
    }
    // Somebody who edits the draft meanwhile has a later version, and keeps it.
    const { title, similarQuestions, body } = written;
    const saved = await articles.save(
      proposal.articleId,
      1,
      { title, similarQuestions, body },
      chat.name,
      now(),
    );
    if (saved.kind === 'saved') await proposals.rewrite(proposalId, written, chat.name, now());
  }

  async function work(chat: ChatModel): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (controller.signal.aborted) return;
      await rewrite(chat, next).catch((error) => {
        if (!controller.signal.aborted)
          journal.error('job', 'a draft could not be written by the model', error as Error);
      });
    }
  }

  return {
    /** Puts a proposal in line; without a model nothing happens. */
    add(proposalId: string): void {
      if (!model || waiting.length >= mostWaiting) return;
      waiting.push(proposalId);
      running ??= work(model).finally(() => {
        running = undefined;
      });
    },
    /** Resolves when nothing is in line any more. */
    async idle(): Promise<void> {
      while (running) await running;
    },
    async close(): Promise<void> {
      controller.abort();
      await running;
    },
  };
}
