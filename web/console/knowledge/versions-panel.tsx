import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { listVersions } from '../calls.ts';
import { Failed, Waiting } from '../frame/states.tsx';
import { When } from '../frame/when.tsx';
import { fieldsOf, textOf } from './article-fields.ts';
import { DiffView } from './diff-view.tsx';
import { useNames } from './use-names.ts';

/** Every saved version, any two of them compared, and the way back: old words saved as a new version. */
export function VersionsPanel({
  article,
  mayRestore,
  onRestore,
}: {
  readonly article: ArticleView;
  readonly mayRestore: boolean;
  readonly onRestore: (version: number) => Promise<void>;
}) {
  const { language, t } = useLanguage();
  const { modal } = App.useApp();
  const { names } = useNames();
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const versions = useQuery({
    queryKey: ['versions', article.id, article.version],
    queryFn: ({ signal }) => listVersions(article.id, signal),
  });
  if (versions.isPending) return <Waiting rows={4} />;
  if (versions.isError) return <Failed error={versions.error} onRetry={() => versions.refetch()} />;
  const sorted = versions.data.versions.toSorted((a, b) => b.version - a.version);
  if (sorted.length < 2) return <p className="soft">{t(knowledgeText.onlyOneVersion)}</p>;
  const old = sorted.find((one) => one.version === chosen);
  const other = sorted.find((one) => one.version === (against ?? article.version)) ?? sorted[0]!;
  const living = new Map(article.editions.map((edition) => [edition.version, edition]));

  /** Whether it answers now, or when its day comes. */
  function answering(version: number) {
    const edition = living.get(version);
    if (!edition) return null;
    const isToCome = (edition.effectiveFrom ?? 0) > Date.now();
    return (
      <span className={isToCome ? 'mark mark-scheduled' : 'mark mark-live'}>
        {t(isToCome ? reachText.scheduledVersion : reachText.inForceNow)}
      </span>
    );
  }

  function restore(version: ArticleView) {
    modal.confirm({
      title: fill(t(knowledgeText.restoreTitle), { version: version.version }),
      content: t(knowledgeText.restoreBody),
      okText: t(knowledgeText.restore),
      cancelText: t(consoleText.cancel),
      onOk: () => onRestore(version.version),
    });
  }

  return (
    <>
      {sorted.length > 1 && old === undefined && (
        <p className="soft field-hint">{t(knowledgeText.chooseVersion)}</p>
      )}
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
                {answering(version.version)}
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
            <h3>
              {fill(t(reachText.compareVersions), { version: old.version })}
              <Select
                size="small"
                aria-label={t(reachText.comparedVersion)}
                value={other.version}
                options={sorted
                  .filter(({ version }) => version !== old.version)
                  .map(({ version }) => ({
                    value: version,
                    label: fill(t(knowledgeText.version), { version }),
                  }))}
                onChange={setAgainst}
              />
            </h3>
            {mayRestore && <Button onClick={() => restore(old)}>{t(knowledgeText.restore)}</Button>}
          </div>
          <DiffView
            before={textOf(fieldsOf(old), language, names)}
            after={textOf(fieldsOf(other), language, names)}
            names={[
              fill(t(knowledgeText.version), { version: old.version }),
              fill(t(knowledgeText.version), { version: other.version }),
            ]}
          />
        </div>
      )}
    </>
  );
}
