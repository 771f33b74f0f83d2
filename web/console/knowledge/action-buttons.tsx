import { Button } from 'antd';
import type { ArticleStatus } from '../../../core/terms/article.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { useLanguage } from '../../ui/language.ts';
import type { ArticleEditor } from './use-article-editor.ts';

/**
 * What can be done next, the likeliest step last and marked: a supervisor puts it in force, an agent sends it to one.
 * From everything that is no draft an agent makes a proposal beside it.
 */
export function ActionButtons({
  editor,
  mayPublish,
  complete,
  datesAreWrong,
  isScheduled,
}: {
  readonly editor: ArticleEditor;
  readonly mayPublish: boolean;
  readonly complete: boolean;
  readonly datesAreWrong: boolean;
  readonly isScheduled: boolean;
}) {
  const { t } = useLanguage();
  const { base, dirty, busy } = editor;
  const status: ArticleStatus = base?.status ?? 'draft';
  const live = status === 'published';
  const isDraft = status === 'draft' || status === 'review';
  const free = (own: typeof busy) => busy === null || busy === own;

  const saveDraft = (
    <Button
      type={!mayPublish && status === 'review' ? 'primary' : 'default'}
      loading={busy === (isDraft ? 'save' : 'draft')}
      disabled={!dirty || !complete || !free(isDraft ? 'save' : 'draft')}
      onClick={async () =>
        editor.settle(await editor.save(undefined, undefined, isDraft ? undefined : 'draft'))
      }
    >
      {t(isDraft ? knowledgeText.saveDraft : live ? reachText.saveProposal : reachText.saveAsDraft)}
    </Button>
  );
  const sendToReview = status !== 'review' && (!mayPublish || status === 'draft') && (
    <Button
      type={mayPublish ? 'default' : 'primary'}
      loading={busy === 'review'}
      disabled={!complete || (status !== 'draft' && !dirty) || !free('review')}
      onClick={async () => editor.settle(await editor.review())}
    >
      {t(reachText.sendToReview)}
    </Button>
  );
  if (!mayPublish)
    return (
      <>
        {saveDraft}
        {sendToReview}
      </>
    );
  return (
    <>
      {status === 'review' && (
        <Button
          loading={busy === 'draft'}
          disabled={!complete || !free('draft')}
          onClick={() => editor.save(undefined, undefined, 'draft')}
        >
          {t(reachText.backToDraft)}
        </Button>
      )}
      {sendToReview}
      {(!live || dirty) && saveDraft}
      {live ? (
        <Button
          type="primary"
          loading={busy === 'save'}
          disabled={!dirty || !complete || datesAreWrong || !free('save')}
          onClick={() => editor.save()}
        >
          {t(isScheduled ? reachText.saveScheduled : knowledgeText.saveLive)}
        </Button>
      ) : (
        <Button
          type="primary"
          loading={busy === 'publish'}
          disabled={!complete || datesAreWrong || !free('publish')}
          onClick={async () => editor.settle(await editor.publish())}
        >
          {t(isScheduled ? reachText.publishScheduled : knowledgeText.publish)}
        </Button>
      )}
    </>
  );
}
