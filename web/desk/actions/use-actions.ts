import { App } from 'antd';
import { useMemo } from 'react';
import type { Disposition } from '../../../core/terms/event.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
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
    return {
      accept: (id: string) => tried(() => desk.accept(id), t(deskText.actions.accepted)),
      takeOver: (id: string) => tried(() => desk.takeOver(id), t(deskText.actions.accepted)),
      returnToAssistant: (id: string, note: string) =>
        tried(() => desk.returnToAssistant(id, note), t(deskText.actions.returned)),
      transfer: (id: string, agentId: string, name: string, note: string) =>
        tried(() => desk.transfer(id, agentId, note), fill(t(deskText.actions.transferred), { name })),
      resolve: (id: string, disposition: Disposition, note: string) =>
        tried(() => desk.resolve(id, disposition, note), t(deskText.actions.resolved)),
      /** Says what went wrong with something that has no place of its own on the screen. */
      tell: (error: unknown) => void message.error(errorSentence(error).message),
      setPresence: async (presence: 'online' | 'away') => {
        try {
          await desk.setPresence(presence);
        } catch (error) {
          void message.error(errorSentence(error).message);
        }
      },
    };
  }, [desk, message, t]);
}

export type Actions = ReturnType<typeof useActions>;
