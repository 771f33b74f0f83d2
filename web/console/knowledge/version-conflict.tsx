import { Button } from 'antd';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { fill } from '../../../core/text/fill.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { ArticleFields } from '../calls.ts';
import { fieldsOf, textOf } from './article-fields.ts';
import { DiffView } from './diff-view.tsx';
import { useNames } from './use-names.ts';

/** Somebody saved meanwhile: both texts side by side, and the reader decides. Nothing is lost until then. */
export function VersionConflict({
  mine,
  theirs,
  onTakeTheirs,
  onOverwrite,
  onMerge,
}: {
  readonly mine: ArticleFields;
  readonly theirs: ArticleView;
  readonly onTakeTheirs: () => void;
  readonly onOverwrite: () => void;
  readonly onMerge: () => void;
}) {
  const { language, t } = useLanguage();
  const { names } = useNames();
  const who = theirs.updatedBy;
  return (
    <Dialog
      open
      width={960}
      closable={false}
      mask={{ closable: false }}
      onCancel={onMerge}
      title={fill(t(knowledgeText.conflictTitle), { who })}
      footer={
        <>
          <Button onClick={onTakeTheirs}>{t(knowledgeText.useTheirs)}</Button>
          <Button onClick={onOverwrite}>{t(knowledgeText.useMine)}</Button>
          <Button type="primary" onClick={onMerge}>
            {t(knowledgeText.mergeByHand)}
          </Button>
        </>
      }
    >
      <p className="soft">{t(knowledgeText.conflictBody)}</p>
      <div className="diff-scroll">
        <DiffView
          before={textOf(fieldsOf(theirs), language, names)}
          after={textOf(mine, language, names)}
          names={[fill(t(knowledgeText.theirs), { who, version: theirs.version }), t(knowledgeText.mine)]}
        />
      </div>
    </Dialog>
  );
}
