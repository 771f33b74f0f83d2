import { useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { useLanguage } from '../../ui/language.ts';
import { useAskToLeave } from '../frame/leave.tsx';
import { Page, Panel } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { hrefOf, useLeaveGuard } from '../frame/route.ts';
import { Failed, Waiting } from '../frame/states.tsx';
import { ActionBar } from './action-bar.tsx';
import { ArticleAside } from './article-aside.tsx';
import { ArticleForm } from './article-form.tsx';
import { SourceConversation } from './source-conversation.tsx';
import { useArticleEditor } from './use-article-editor.ts';
import { VersionConflict } from './version-conflict.tsx';
import './articles.css';
import './editor.css';
import './try.css';
import './versions.css';

/** An article: written, edited, or, where a conversation taught it, reviewed beside that conversation. */
export function ArticlePage({ id, me }: { readonly id: string; readonly me: Colleague }) {
  const { t } = useLanguage();
  const editor = useArticleEditor(id);
  const [tab, setTab] = useState('preview');
  const ask = useAskToLeave();
  useLeaveGuard(editor.dirty && editor.busy === null, ask);
  const { base, stored, isNew, fields } = editor;
  const back = {
    href: hrefOf(['knowledge'], base && base.status !== 'published' ? { status: base.status } : {}),
    label: t(knowledgeText.backToList),
  };
  if (stored.isError)
    return (
      <Page title={t(knowledgeText.editTitle)} back={back}>
        <Failed error={stored.error} onRetry={() => stored.refetch()} />
      </Page>
    );
  if (!isNew && base === null)
    return (
      <Page title={t(knowledgeText.editTitle)} back={back}>
        <Panel>
          <Waiting rows={10} />
        </Panel>
      </Page>
    );

  const reviewing = base?.status === 'draft' && base.sourceConversationId !== undefined;
  const title = reviewing
    ? learningText.reviewTitle
    : isNew
      ? knowledgeText.newArticle
      : knowledgeText.editTitle;
  const mayGoLive = may(me.role, 'supervisor');
  const showReach = () => {
    setTab('reach');
    document.querySelector('.editor-aside')?.scrollIntoView({ block: 'nearest' });
  };
  const form = <ArticleForm fields={fields} change={editor.change} base={base} onReach={showReach} />;
  const aside = <ArticleAside editor={editor} mayGoLive={mayGoLive} tab={tab} onTab={setTab} />;
  return (
    <Page wide title={t(title)} lead={reviewing && t(learningText.reviewLead)} back={back}>
      <div className="editor">
        {reviewing && (
          <Panel title={t(learningText.conversation)} className="editor-source" scrolls>
            <SourceConversation
              conversationId={base.sourceConversationId!}
              draft={`${base.title}\n${base.similarQuestions.join('\n')}\n${base.body}`}
            />
          </Panel>
        )}
        {reviewing ? (
          <div className="editor-draft">
            <Panel title={t(learningText.draft)} className="editor-form">
              {form}
            </Panel>
            {aside}
          </div>
        ) : (
          <>
            <Panel className="editor-form">{form}</Panel>
            {aside}
          </>
        )}
      </div>
      <ActionBar editor={editor} me={me} reviewing={reviewing} />
      {editor.conflict && (
        <VersionConflict
          mine={fields}
          theirs={editor.conflict}
          onTakeTheirs={editor.takeTheirs}
          onOverwrite={editor.overwrite}
          onMerge={editor.merge}
        />
      )}
    </Page>
  );
}
