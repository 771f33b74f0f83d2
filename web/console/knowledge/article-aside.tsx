import { Tabs } from 'antd';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { previewText } from '../../../core/text/console-preview.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { useLanguage } from '../../ui/language.ts';
import { Panel } from '../frame/page.tsx';
import { MarkdownView } from '../markdown-view.tsx';
import { ImpactPanel } from './preview/impact-panel.tsx';
import { ReachPanel } from './reach-panel.tsx';
import { SourceConversation } from './source-conversation.tsx';
import { TryPanel } from './try-panel.tsx';
import type { ArticleEditor } from './use-article-editor.ts';
import { VersionsPanel } from './versions-panel.tsx';

/** What the customer will see, whom it reaches and when, what the assistant would do, and what it was before. */
export function ArticleAside({
  editor,
  mayGoLive,
  tab,
  onTab,
}: {
  readonly editor: ArticleEditor;
  /** The reader may change what is published; others only propose. */
  readonly mayGoLive: boolean;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}) {
  const { t } = useLanguage();
  const { base, fields, dirty } = editor;
  return (
    <Panel className="editor-aside">
      <Tabs
        activeKey={tab}
        onChange={onTab}
        items={[
          {
            key: 'preview',
            label: t(knowledgeText.preview),
            children: fields.body.trim() ? (
              <div className="article-preview" lang={fields.language}>
                <h3>{fields.title}</h3>
                <MarkdownView text={fields.body} />
              </div>
            ) : (
              <p className="soft">{t(knowledgeText.previewEmpty)}</p>
            ),
          },
          {
            key: 'reach',
            label: t(reachText.reach),
            children: <ReachPanel fields={fields} change={editor.change} base={base} />,
          },
          {
            key: 'try',
            label: t(knowledgeText.tryIt),
            children: (
              <TryPanel
                articleId={base?.id}
                notPublished={base?.status !== 'published' || dirty}
                suggestion={base?.title}
              />
            ),
          },
          {
            key: 'impact',
            label: t(previewText.tab),
            children: (
              <ImpactPanel
                articleId={base?.id}
                content={fields}
                live={(base?.editions.length ?? 0) > 0}
                mayJudge={mayGoLive}
              />
            ),
          },
          ...(base?.sourceConversationId
            ? [
                {
                  key: 'source',
                  label: t(learningText.conversation),
                  children: (
                    <SourceConversation
                      conversationId={base.sourceConversationId}
                      draft={`${base.title}\n${base.similarQuestions.join('\n')}\n${base.body}`}
                    />
                  ),
                },
              ]
            : []),
          ...(base
            ? [
                {
                  key: 'versions',
                  label: t(knowledgeText.versions),
                  children: (
                    <VersionsPanel
                      article={base}
                      mayRestore={!dirty}
                      onRestore={(version) => editor.restore(version, mayGoLive ? undefined : 'draft')}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
