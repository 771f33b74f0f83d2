import type { ConversationSummary } from '../../../core/protocol/views.ts';

/** An action of the command bar. */
export interface Command {
  readonly key: string;
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

const mostConversations = 12;

/**
 * What holds every typed word; without words only the actions at hand (those with a key) and the newest conversations.
 * `found` are ids that the server knows to hold the words, further back than a summary shows.
 */
export function matching(
  typed: string,
  commands: readonly Command[],
  summaries: ReadonlyMap<string, ConversationSummary>,
  found: ReadonlySet<string> = new Set(),
): { readonly actions: readonly Command[]; readonly conversations: readonly ConversationSummary[] } {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const conversations = [...summaries.values()]
    .filter(
      (summary) =>
        found.has(summary.id) ||
        holds(`${summary.contact.name} ${summary.preview?.text ?? ''} ${summary.agentName ?? ''}`),
    )
    .sort((left, right) => right.updatedAt - left.updatedAt)
    .slice(0, mostConversations);
  const actions = commands.filter((command) =>
    words.length === 0 ? command.shortcut !== undefined : holds(command.label),
  );
  return { actions, conversations };
}
