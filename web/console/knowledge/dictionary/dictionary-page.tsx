import { Button } from 'antd';
import type { Colleague } from '../../../../core/protocol/views.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { knowledgeText } from '../../../../core/text/console-knowledge.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { useAskToLeave } from '../../frame/leave.tsx';
import { Page, Panel } from '../../frame/page.tsx';
import { may } from '../../frame/role.ts';
import { useLeaveGuard } from '../../frame/route.ts';
import { Failed, Waiting } from '../../frame/states.tsx';
import { When } from '../../frame/when.tsx';
import { KnowledgeTabs } from '../knowledge-tabs.tsx';
import { DictionaryConflict } from './dictionary-conflict.tsx';
import { GroupList } from './group-list.tsx';
import { type DictionaryEditor, useDictionaryEditor } from './use-dictionary-editor.ts';
import { WordList } from './word-list.tsx';
import '../editor.css';
import './dictionary.css';

/** The house's own words: what stays whole, and what means the same. Leads edit, agents read. */
export default function DictionaryPage({ me }: { readonly me: Colleague }) {
  const { t } = useLanguage();
  const editor = useDictionaryEditor();
  const mayEdit = may(me.role, 'supervisor');
  useLeaveGuard(editor.dirty && !editor.isSaving, useAskToLeave());
  const { stored, base, conflict } = editor;
  return (
    <Page title={t(consoleText.knowledge)} lead={t(mayEdit ? dictionaryText.lead : dictionaryText.readOnly)}>
      <KnowledgeTabs page="dictionary" me={me} />
      {stored.isError && base === null && <Failed error={stored.error} onRetry={() => stored.refetch()} />}
      {stored.isPending && (
        <Panel>
          <Waiting rows={8} />
        </Panel>
      )}
      {base && (
        <>
          <WordList words={editor.words} onChange={mayEdit ? editor.setWords : undefined} />
          <GroupList groups={editor.groups} onChange={mayEdit ? editor.setGroups : undefined} />
          <SaveBar editor={editor} mayEdit={mayEdit} />
        </>
      )}
      {base && conflict && (
        <DictionaryConflict
          base={base}
          mine={editor.wanted}
          theirs={conflict}
          onTakeTheirs={editor.takeTheirs}
          onMerge={editor.merge}
          onClose={() => editor.compare(null)}
        />
      )}
    </Page>
  );
}

/** Who saved last, what saving does, and the buttons. Always in sight. */
function SaveBar({ editor, mayEdit }: { readonly editor: DictionaryEditor; readonly mayEdit: boolean }) {
  const { t } = useLanguage();
  const { base, dirty, isWrong, isSaving, newer } = editor;
  return (
    <footer className="action-bar">
      <div className="action-words">
        <span className="action-state">
          {base && base.version > 0 ? (
            <>
              {fill(t(dictionaryText.lastSaved), { who: base.by })}
              <When at={base.at} />
            </>
          ) : (
            t(dictionaryText.neverSaved)
          )}
          {dirty && <span className="unsaved">{t(knowledgeText.unsaved)}</span>}
        </span>
        {newer ? (
          <button type="button" className="newer" onClick={() => editor.compare(newer)}>
            {fill(t(dictionaryText.newer), { who: newer.by })}
          </button>
        ) : (
          <span className="soft">{t(isWrong ? dictionaryText.fix : dictionaryText.effect)}</span>
        )}
      </div>
      {mayEdit && (
        <div className="action-buttons">
          {dirty && (
            <Button disabled={isSaving} onClick={editor.discard}>
              {t(consoleText.discard)}
            </Button>
          )}
          <Button
            type="primary"
            disabled={!dirty || isWrong}
            loading={isSaving}
            onClick={() => void editor.save()}
          >
            {t(consoleText.save)}
          </Button>
        </div>
      )}
    </footer>
  );
}
