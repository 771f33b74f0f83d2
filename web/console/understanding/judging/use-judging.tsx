import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { DisputedMessage, DisputedModel } from '../../../../core/protocol/understanding.ts';
import { nothingMeant } from '../../../../core/terms/taught.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { judgingText } from '../../../../core/text/console-judging.ts';
import { fill } from '../../../../core/text/fill.ts';
import { ApiError, errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { judge, listDisputed, reopen } from '../calls.ts';
import { labelWord } from '../examples/label-word.ts';

/** The messages that wait for a judgement, newest first. */
export function useDisputed(model: DisputedModel | undefined) {
  return useInfiniteQuery({
    queryKey: ['understanding', 'disputed', model],
    queryFn: ({ pageParam, signal }) => listDisputed(model, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** How many messages wait for a judgement, for the tab. */
export function useDisputedCount(): number {
  const first = useQuery({
    queryKey: ['understanding', 'disputed', 'waiting'],
    queryFn: ({ signal }) => listDisputed(undefined, null, signal, 1),
    refetchInterval: 60_000,
  });
  return first.data?.waiting ?? 0;
}

/** Judging a message, with what came of it told and the way back; resolves to whether it worked. */
export function useJudge() {
  const { message } = App.useApp();
  const { t } = useLanguage();
  const queries = useQueryClient();
  const look = () => queries.invalidateQueries({ queryKey: ['understanding'] });

  async function takeBack(id: string) {
    try {
      await reopen(id);
      message.destroy('judging');
      await look();
    } catch (error) {
      void message.error({ content: errorSentence(error).message, key: 'judging' });
    }
  }

  return async ({ id, model }: DisputedMessage, label: string | null): Promise<boolean> => {
    try {
      await judge(id, label);
      const told =
        label === null
          ? t(judgingText.leftOut)
          : fill(t(toldOf(model, label)), { label: labelWord(label, model, t) });
      void message.success({
        content: (
          <>
            {told}{' '}
            <Button type="link" size="small" onClick={() => void takeBack(id)}>
              {t(examplesText.undo)}
            </Button>
          </>
        ),
        key: 'judging',
        duration: 5,
      });
      await look();
      return true;
    } catch (error) {
      const isJudged = error instanceof ApiError && error.code === 'conflict';
      const content = isJudged ? t(judgingText.judgedBefore) : errorSentence(error).message;
      void message.error({ content, key: 'judging' });
      if (isJudged) await look();
      return isJudged;
    }
  };
}

/** What comes of a judgement: a training, an effect at once, or a note. */
function toldOf(model: DisputedModel, label: string) {
  if (model === 'risk' && label === nothingMeant) return judgingText.noted;
  return model === 'wish' || model === 'risk' ? judgingText.taught : judgingText.judged;
}
