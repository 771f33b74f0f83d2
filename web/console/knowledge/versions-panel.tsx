import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { type ArticleFields, listVersions } from '../calls.ts';
import { Failed, Waiting } from '../frame/states.tsx';
import { When } from '../frame/when.tsx';
import { fieldsOf, textOf } from './article-fields.ts';
import { DiffView } from './diff-view.tsx';

/** Every saved version, each compared with the present text, and the way back: an old text saved as a new version. */
export function VersionsPanel({
  article,
  mayRestore,
  onRestore,
}: {
  readonly article: ArticleView;
  readonly mayRestore: boolean;
  readonly onRestore: (fields: ArticleFields, version: number) => Promise<void>;
}) {
  const { language, t } = useLanguage();
  const { modal } = App.useApp();
  const [chosen, setChosen] = useState<number | null>(null);
  const versions = useQuery({
    queryKey: ['versions', article.id, article.version],
    queryFn: ({ signal }) => listVersions(article.id, signal),
  });
  if (versions.isPending) return <Waiting rows={4} />;
  if (versions.isError) return <Failed error={versions.error} onRetry={() => versions.refetch()} />;
  const sorted = versions.data.versions.toSorted((a, b) => b.version - a.version);
  if (sorted.length < 2) return <p className="soft">{t(knowledgeText.onlyOneVersion)}</p>;
  const old = sorted.find((one) => one.version === chosen);

  function restore(version: ArticleView) {
    modal.confirm({
      title: fill(t(knowledgeText.restoreTitle), { version: version.version }),
      content: t(knowledgeText.restoreBody),
      okText: t(knowledgeText.restore),
      cancelText: t(consoleText.cancel),
      onOk: () => onRestore(fieldsOf(version), version.version),
    });
  }

  return (
    <>
      <ol className="versions">
        {sorted.map((version) => {
          const current = version.version === article.version;
          return (
            <li key={version.version}>
              <button
                type="button"
                disabled={current}
                aria-pressed={chosen === version.version}
                onClick={() => setChosen(chosen === version.version ? null : version.version)}
              >
                <b className="figure">{fill(t(knowledgeText.version), { version: version.version })}</b>
                {current && <span className="current">{t(knowledgeText.current)}</span>}
                <span className="soft">
                  {version.updatedBy} · <When at={version.updatedAt} />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {old && (
        <div className="version-chosen">
          <div className="version-head">
            <h3>{fill(t(knowledgeText.comparedWithCurrent), { version: old.version })}</h3>
            {mayRestore && <Button onClick={() => restore(old)}>{t(knowledgeText.restore)}</Button>}
          </div>
          <DiffView
            before={textOf(fieldsOf(old), language)}
            after={textOf(fieldsOf(article), language)}
            names={[
              fill(t(knowledgeText.version), { version: old.version }),
              fill(t(knowledgeText.version), { version: article.version }),
            ]}
          />
        </div>
      )}
    </>
  );
}
