import type { Disposition } from '../../../core/terms/event.ts';

/** Sends one verb of a conversation to the server, and resolves when the screen has what it caused. */
export type Act = (conversationId: string, verb: string, body: object) => Promise<void>;

/** Where a conversation can be handed to. */
export type TransferTarget = { readonly agentId: string } | { readonly queueId: string };

/** What an agent does with a conversation. The server decides; a refusal is thrown as `ApiError`. */
export function createCommands(act: Act) {
  return {
    accept: (id: string) => act(id, 'accept', {}),
    decline: (id: string, reason?: string) => act(id, 'decline', reason ? { reason } : {}),
    takeOver: (id: string) => act(id, 'take-over', {}),
    returnToAssistant: (id: string, note: string) => act(id, 'return', note ? { note } : {}),
    transfer: (id: string, to: TransferTarget, note: string) =>
      act(id, 'transfer', note ? { ...to, note } : to),
    addHelper: (id: string, agentId: string, note: string) => act(id, 'helpers', { agentId, note }),
    removeHelper: (id: string, agentId: string) => act(id, 'helpers/remove', { agentId }),
    /** Names what comes and what goes, so that colleagues at once undo nothing of each other's. */
    changeLabels: (id: string, change: { readonly add?: string[]; readonly remove?: string[] }) =>
      act(id, 'labels', change),
    resolve: (id: string, disposition: Disposition, note: string) =>
      act(id, 'resolve', note ? { disposition, note } : { disposition }),
  };
}

/** Verbs that change whose a conversation is: what they cause is no news to who did it. */
export const ownVerbs: ReadonlySet<string> = new Set(['accept', 'decline', 'take-over', 'transfer']);
