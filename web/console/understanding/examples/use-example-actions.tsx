import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import {
  type AddedExamples,
  addExamples,
  type NewExample,
  removeExamples,
  restoreExamples,
} from '../calls.ts';

/** Adding, removing and restoring examples, with what came of it told; each resolves to whether it worked. */
export function useExampleActions() {
  const { message } = App.useApp();
  const { t } = useLanguage();
  const queries = useQueryClient();

  async function tried<T>(work: () => Promise<T>, done: (result: T) => React.ReactNode): Promise<boolean> {
    try {
      const result = await work();
      await queries.invalidateQueries({ queryKey: ['understanding'] });
      void message.success({ content: done(result), key: 'examples', duration: 5 });
      return true;
    } catch (error) {
      void message.error({ content: errorSentence(error).message, key: 'examples' });
      return false;
    }
  }

  const restore = (ids: readonly string[]) =>
    tried(
      () => restoreExamples(ids),
      () => t(examplesText.restoredOne),
    );
  return {
    restore,
    add: (examples: readonly NewExample[], done: (added: AddedExamples) => string) =>
      tried(() => addExamples(examples), done),
    remove: (ids: readonly string[]) =>
      tried(
        () => removeExamples(ids),
        () => (
          <>
            {t(examplesText.removedOne)}{' '}
            <Button type="link" size="small" onClick={() => void restore(ids)}>
              {t(examplesText.undo)}
            </Button>
          </>
        ),
      ),
  };
}
