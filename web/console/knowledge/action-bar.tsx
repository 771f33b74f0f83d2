import { App, Button } from 'antd';
import { dateProblems } from '../../../core/knowledge/date-problems.ts';
import { dueOf } from '../../../core/knowledge/due.ts';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { dateProblemText, reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { may } from '../frame/role.ts';
import { When } from '../frame/when.tsx';
import { ActionButtons } from './action-buttons.tsx';
import { momentOf } from './moment.ts';
import type { ArticleEditor } from './use-article-editor.ts';

/** What has been done to the article, what pressing a button will do, and the buttons. Always in sight. */
export function ActionBar({ editor, me }: { readonly editor: ArticleEditor; readonly me: Colleague }) {
  const { language, t } = useLanguage();
  const { modal } = App.useApp();
  const { base, fields, dirty, busy, newer } = editor;
  const mayPublish = may(me.role, 'supervisor');
  const missing = (['title', 'body', 'topic'] as const).filter((name) => fields[name].trim() === '');
  const complete = missing.length === 0;
  const status = base?.status ?? 'draft';
  const live = status === 'published';
  /** What answers while this draft is being written. */
  const below = live ? null : base && dueOf(base, Date.now()).inForce;
  const wrong = dateProblems(fields, base?.editions ?? [], Date.now()).find(({ isError }) => isError);
  const isScheduled = (fields.effectiveFrom ?? 0) > Date.now();

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

  function effect(): string {
    if (status === 'expired' && !dirty) return t(reachText.expiredEffect);
    if (wrong) return t(dateProblemText[wrong.code]);
    if (below) return fill(t(reachText.proposalEffect), { version: below.version });
    if (status === 'review' && !mayPublish) return t(reachText.reviewEffect);
    if (!mayPublish) return t(knowledgeText.agentEffect);
    if (isScheduled)
      return fill(t(reachText.scheduledEffect), { date: momentOf(fields.effectiveFrom!, language) });
    if (status === 'archived') return t(knowledgeText.archivedEffect);
    if (fields.audience === 'staff') return t(reachText.staffEffect);
    return t(live ? knowledgeText.saveLiveEffect : knowledgeText.publishEffect);
  }

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
              : effect()}
          </span>
        )}
      </div>
      <div className="action-buttons">
        {base && status !== 'archived' && mayPublish && (
          <Button disabled={busy !== null} onClick={confirmArchive}>
            {t(knowledgeText.archive)}
          </Button>
        )}
        <ActionButtons
          editor={editor}
          mayPublish={mayPublish}
          complete={complete}
          datesAreWrong={wrong !== undefined}
          isScheduled={isScheduled}
        />
      </div>
    </footer>
  );
}
