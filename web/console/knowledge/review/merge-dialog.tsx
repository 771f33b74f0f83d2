import { App, Input } from 'antd';
import { useState } from 'react';
import type { ProposalNeighbour } from '../../../../core/protocol/drafts.ts';
import type { ArticleView } from '../../../../core/protocol/views.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { reviewText } from '../../../../core/text/console-review.ts';
import { fill } from '../../../../core/text/fill.ts';
import { ApiError, errorSentence } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { DiffView } from '../diff-view.tsx';
import { mergeProposal } from './calls.ts';

/** The article as it is beside what it would be, to be changed before it is saved over the version that was read. */
export function MergeDialog({
  proposalId,
  neighbour,
  onMerged,
  onClose,
}: {
  readonly proposalId: string;
  readonly neighbour: ProposalNeighbour;
  readonly onMerged: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [before, setBefore] = useState({ body: neighbour.body, version: neighbour.version });
  const [text, setText] = useState(neighbour.merged);
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    try {
      await mergeProposal(proposalId, neighbour.articleId, before.version, text);
      onMerged();
    } catch (error) {
      // Nothing of theirs is lost: their text becomes the left side, and the reviewer saves again.
      const theirs =
        error instanceof ApiError && error.code === 'version-conflict'
          ? (error.details as { article?: ArticleView } | undefined)?.article
          : undefined;
      if (theirs) setBefore({ body: theirs.body, version: theirs.version });
      message.error(theirs ? t(reviewText.changed) : errorSentence(error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      width={960}
      title={fill(t(reviewText.mergeInto), { title: neighbour.title })}
      okText={t(reviewText.mergeSave)}
      okButtonProps={{ disabled: text.trim() === '' }}
      cancelText={t(consoleText.cancel)}
      confirmLoading={busy}
      onOk={save}
      onCancel={onClose}
    >
      <p className="soft">{t(reviewText.mergeLead)}</p>
      <DiffView
        before={before.body}
        after={text}
        names={[t(reviewText.mergeBefore), t(reviewText.mergeAfter)]}
      />
      <Input.TextArea
        className="merge-text"
        aria-label={t(reviewText.mergedText)}
        autoSize={{ minRows: 6, maxRows: 16 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
