import { useEffect, useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { useLanguage } from '../../ui/language.ts';
import { useAskToLeave } from '../frame/leave.tsx';
import { Page, Panel } from '../frame/page.tsx';
import { may } from '../frame/role.ts';
import { go, hrefOf, useLeaveGuard } from '../frame/route.ts';
import { Failed, Waiting } from '../frame/states.tsx';
import { ActionBar } from './action-bar.tsx';
import { ArticleAside } from './article-aside.tsx';
import { ArticleForm } from './article-form.tsx';
import { articleHref } from './article-href.ts';
import { useArticleEditor } from './use-article-editor.ts';
import { VersionConflict } from './version-conflict.tsx';
import './articles.css';
import './editor.css';
import './try.css';
import './versions.css';

/** An article: written or edited. One that a conversation proposed is judged first, on the page of its proposal. */
export function ArticlePage({ id, me }: { readonly id: string; readonly me: Colleague }) {
  const { t } = useLanguage();
  const editor = useArticleEditor(id);
  const [tab, setTab] = useState('preview');
  const ask = useAskToLeave();
  useLeaveGuard(editor.dirty && editor.busy === null, ask);
  const { base, stored, isNew, fields } = editor;
  const proposed = stored.data?.isProposed ? stored.data : null;
  useEffect(() => {
    if (proposed) go(articleHref(proposed), 'replace');
  }, [proposed]);
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
  if (proposed || (!isNew && base === null))
    return (
      <Page title={t(knowledgeText.editTitle)} back={back}>
        <Panel>
          <Waiting rows={10} />
        </Panel>
      </Page>
    );

  const mayGoLive = may(me.role, 'supervisor');
  const showReach = () => {
    setTab('reach');
    document.querySelector('.editor-aside')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Page wide title={t(isNew ? knowledgeText.newArticle : knowledgeText.editTitle)} back={back}>
      <div className="editor">
        <Panel className="editor-form">
          <ArticleForm fields={fields} change={editor.change} base={base} onReach={showReach} />
        </Panel>
        <ArticleAside editor={editor} mayGoLive={mayGoLive} tab={tab} onTab={setTab} />
      </div>
      <ActionBar editor={editor} me={me} />
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
