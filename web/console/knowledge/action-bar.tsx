import { App, Button } from 'antd';
import { useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { addNote } from '../calls.ts';
import { may } from '../frame/role.ts';
import { go, hrefOf } from '../frame/route.ts';
import { When } from '../frame/when.tsx';
import { RejectDraft } from './reject-draft.tsx';
import type { ArticleEditor } from './use-article-editor.ts';

/** What has been done to the article, what pressing a button will do, and the buttons. Always in sight. */
export function ActionBar({
  editor,
  me,
  locked,
  reviewing,
}: {
  readonly editor: ArticleEditor;
  readonly me: Colleague;
  readonly locked: boolean;
  readonly reviewing: boolean;
}) {
  const { t } = useLanguage();
  const { modal, message } = App.useApp();
  const [rejecting, setRejecting] = useState(false);
  const { base, fields, dirty, busy, newer } = editor;
  const mayPublish = may(me.role, 'supervisor');
  const missing = (['title', 'body', 'topic'] as const).filter((name) => fields[name].trim() === '');
  const complete = missing.length === 0;
  const live = base?.status === 'published';

  function confirmArchive() {
    modal.confirm({
      title: fill(t(knowledgeText.archiveTitle), { title: base?.title ?? '' }),
      content: t(knowledgeText.archiveBody),
      okText: t(knowledgeText.archive),
      okButtonProps: { danger: true },
      cancelText: t(consoleText.cancel),
      onOk: () => editor.archive(),
    });
  }

  async function reject(reason: string) {
    if (!base?.sourceConversationId) return;
    const archived = await editor.archive();
    if (!archived) return;
    setRejecting(false);
    const note = fill(t(learningText.rejectNote), { title: base.title, reason });
    // The draft is gone either way; a conversation that takes no more notes is no reason to bring it back.
    await addNote(base.sourceConversationId, note).catch(() => {});
    message.success(t(learningText.rejected));
    go(hrefOf(['knowledge'], { status: 'draft' }));
  }

  const effect = locked
    ? knowledgeText.readOnly
    : !mayPublish
      ? knowledgeText.agentEffect
      : live
        ? knowledgeText.saveLiveEffect
        : base?.status === 'archived'
          ? knowledgeText.archivedEffect
          : knowledgeText.publishEffect;

  return (
    <footer className="action-bar">
      <div className="action-words">
        <span className="action-state">
          {base ? (
            <>
              <span className={`status-dot status-${base.status}`} aria-hidden="true" />
              {t(knowledgeText[base.status])} ·{' '}
              <span className="figure">{fill(t(knowledgeText.version), { version: base.version })}</span>
              <span className="action-who">
                {' '}
                · {base.updatedBy} <When at={base.updatedAt} />
              </span>
            </>
          ) : (
            t(knowledgeText.notSavedYet)
          )}
          {dirty && <span className="unsaved">{t(knowledgeText.unsaved)}</span>}
        </span>
        {newer ? (
          <button type="button" className="newer" onClick={() => editor.compare(newer)}>
            {fill(t(knowledgeText.newer), { who: newer.updatedBy })}
          </button>
        ) : (
          <span className="soft">
            {dirty && !complete
              ? fill(t(knowledgeText.missing), {
                  names: missing.map((name) => t(knowledgeText[name])).join(t(knowledgeText.listComma)),
                })
              : t(effect)}
          </span>
        )}
      </div>
      {!locked && (
        <div className="action-buttons">
          {reviewing && mayPublish && (
            <Button danger disabled={busy !== null} onClick={() => setRejecting(true)}>
              {t(learningText.reject)}
            </Button>
          )}
          {live && mayPublish && (
            <Button disabled={busy !== null} onClick={confirmArchive}>
              {t(knowledgeText.archive)}
            </Button>
          )}
          <Button
            type={live || !mayPublish ? 'primary' : 'default'}
            loading={busy === 'save'}
            disabled={!dirty || !complete || (busy !== null && busy !== 'save')}
            onClick={async () => editor.settle(await editor.save())}
          >
            {t(live ? knowledgeText.saveLive : knowledgeText.saveDraft)}
          </Button>
          {!live && mayPublish && (
            <Button
              type="primary"
              loading={busy === 'publish'}
              disabled={!complete || (busy !== null && busy !== 'publish')}
              onClick={async () => editor.settle(await editor.publish())}
            >
              {t(reviewing ? learningText.approve : knowledgeText.publish)}
            </Button>
          )}
        </div>
      )}
      {rejecting && (
        <RejectDraft busy={busy === 'archive'} onReject={reject} onClose={() => setRejecting(false)} />
      )}
    </footer>
  );
}
