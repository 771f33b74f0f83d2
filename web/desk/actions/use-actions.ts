import { App } from 'antd';
import { useMemo } from 'react';
import type { ChosenAwayReason } from '../../../core/terms/agent-status.ts';
import type { Disposition } from '../../../core/terms/event.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { awayWord, seatText, statusWord } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import type { TransferTarget } from '../store/commands.ts';
import { useDeskStore } from '../store/use-desk.ts';

/** What an agent may do with a conversation, with the outcome told; each resolves to whether it worked. */
export function useActions() {
  const desk = useDeskStore();
  const { message } = App.useApp();
  const { t } = useLanguage();
  return useMemo(() => {
    const tried = async (work: () => Promise<void>, done: string): Promise<boolean> => {
      try {
        await work();
        void message.success({ content: done, key: 'action', duration: 2 });
        return true;
      } catch (error) {
        const { message: sentence, code } = errorSentence(error);
        void message.error({ content: `${sentence}（${code}）`, key: 'action', duration: 5 });
        return false;
      }
    };
    const { commands } = desk;
    const named = (sentence: Bilingual, name: string) => fill(t(sentence), { name });
    return {
      accept: (id: string) => tried(() => commands.accept(id), t(deskText.actions.accepted)),
      decline: (id: string, reason?: string) =>
        tried(() => commands.decline(id, reason), t(seatText.offer.declined)),
      takeOver: (id: string) => tried(() => commands.takeOver(id), t(deskText.actions.accepted)),
      returnToAssistant: (id: string, note: string) =>
        tried(() => commands.returnToAssistant(id, note), t(deskText.actions.returned)),
      transfer: (id: string, to: TransferTarget, name: string, note: string) =>
        tried(
          () => commands.transfer(id, to, note),
          named('queueId' in to ? routingText.transfer.toQueue : deskText.actions.transferred, name),
        ),
      invite: (id: string, agentId: string, name: string, note: string) =>
        tried(() => commands.addHelper(id, agentId, note), named(routingText.help.invited, name)),
      /** `name` is null for oneself. */
      release: (id: string, agentId: string, name: string | null) =>
        tried(
          () => commands.removeHelper(id, agentId),
          name === null ? t(routingText.help.left) : named(routingText.help.removed, name),
        ),
      addLabel: (id: string, label: string) =>
        tried(() => commands.changeLabels(id, { add: [label] }), named(routingText.labels.added, label)),
      removeLabel: (id: string, label: string) =>
        tried(() => commands.changeLabels(id, { remove: [label] }), named(routingText.labels.removed, label)),
      resolve: (id: string, disposition: Disposition, note: string) =>
        tried(() => commands.resolve(id, disposition, note), t(deskText.actions.resolved)),
      setStatus: (presence: 'online' | 'busy' | 'away', reason?: ChosenAwayReason, note?: string) => {
        const word = t(reason ? awayWord[reason] : statusWord[presence]);
        return tried(
          () => desk.setStatus(presence, reason, note),
          fill(t(seatText.status.changed), { status: word }),
        );
      },
      /** Says what went wrong with something that has no place of its own on the screen. */
      tell: (error: unknown) => void message.error(errorSentence(error).message),
    };
  }, [desk, message, t]);
}

export type Actions = ReturnType<typeof useActions>;
