import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import type { ImportOptions, ImportView } from '../../../../core/protocol/imports.ts';
import { type ImportField, importFields } from '../../../../core/terms/import.ts';
import { importFieldText, importsText } from '../../../../core/text/console-import.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { moveImport, previewImport, startImport } from './calls.ts';
import { firstChoices, ImportChoices } from './import-choices.tsx';

/** What an uploaded file holds, before it is written: its columns, its first rows, and what to make of them. */
export function PreparedImport({
  prepared,
  onChange,
  onDone,
}: {
  readonly prepared: ImportView;
  readonly onChange: (one: ImportView) => void;
  readonly onDone: () => void;
}) {
  const { language, t } = useLanguage();
  const [options, setOptions] = useState<ImportOptions>(() => firstChoices(language));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ message: string; code: string } | null>(null);
  const sheet = prepared.preview?.sheets[0];
  const mapping = options.mapping ?? sheet?.mapping ?? [];
  const isReady = !sheet || (mapping.includes('title') && mapping.includes('body'));
  const rows = prepared.preview?.rows ?? [];

  async function act(work: () => Promise<void>) {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(errorSentence(error));
    } finally {
      setBusy(false);
    }
  }

  /** What changes the rows is shown at once. */
  function choose(next: ImportOptions) {
    setOptions(next);
    const now = next.mapping ?? mapping;
    const isUsable = !sheet || (now.includes('title') && now.includes('body'));
    if (isUsable && (next.split !== options.split || next.mapping !== options.mapping))
      act(async () => onChange(await previewImport(prepared.id, next)));
  }

  return (
    <div data-testid="prepared-import">
      <h2 className="import-name">{prepared.name}</h2>
      {failure && (
        <Alert type="error" showIcon role="alert" title={failure.message} description={failure.code} />
      )}
      {sheet && (
        <>
          {!isReady && <Alert type="warning" showIcon title={t(importsText.chooseColumns)} />}
          <div className="import-columns">
            {sheet.header.slice(0, 30).map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name and never move
              <div key={index} className="import-column">
                <span title={name}>{name || `#${index + 1}`}</span>
                <Select
                  size="small"
                  aria-label={`${t(importsText.holds)} ${name}`}
                  value={mapping[index] ?? ''}
                  disabled={isBusy}
                  onChange={(field: ImportField | '') =>
                    choose({
                      ...options,
                      mapping: sheet.header.map((_, at) =>
                        at === index ? field || null : (mapping[at] ?? null),
                      ),
                    })
                  }
                  options={[
                    { value: '', label: t(importsText.notRead) },
                    ...importFields.map((value) => ({ value, label: t(importFieldText[value]) })),
                  ]}
                />
              </div>
            ))}
          </div>
        </>
      )}
      <h3>{t(importsText.preview)}</h3>
      {rows.length === 0 && <p className="soft">{t(importsText.nothingYet)}</p>}
      <ol className="import-preview" aria-busy={isBusy}>
        {rows.map((row) => (
          <li key={`${row.sheet ?? ''} ${row.row}`} className={row.reason ? 'is-rejected' : undefined}>
            <span className="figure soft">{row.sheet ? `${row.sheet} ${row.row}` : row.row}</span>
            {row.reason ? (
              <span>{row.reason}</span>
            ) : (
              <div>
                <strong>{row.title}</strong>
                <p className="import-excerpt">{row.excerpt}</p>
                <span className="soft">
                  {row.topic}
                  {(row.similar ?? 0) > 0 &&
                    ` · ${fill(t(importsText.similar), { count: row.similar ?? 0 })}`}
                </span>
              </div>
            )}
          </li>
        ))}
      </ol>
      <ImportChoices options={options} onChange={choose} isDocument={!sheet && prepared.format !== 'json'} />
      <div className="import-actions">
        <Button
          type="primary"
          loading={isBusy}
          disabled={!isReady || options.topic.trim() === ''}
          onClick={() =>
            act(async () => {
              await startImport(prepared.id, options);
              onDone();
            })
          }
        >
          {t(importsText.start)}
        </Button>
        <Button
          disabled={isBusy}
          onClick={() =>
            act(async () => {
              await moveImport(prepared.id, 'cancel');
              onDone();
            })
          }
        >
          {t(importsText.discard)}
        </Button>
      </div>
    </div>
  );
}
