import { Alert, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { ImportView, SiteOptions, SiteView } from '../../../../core/protocol/imports.ts';
import { importsText } from '../../../../core/text/console-import.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { readSite } from './calls.ts';
import { Choice, firstChoices, ImportChoices } from './import-choices.tsx';

/** An address and how far to read from it. */
export function SiteForm({ onTaken }: { readonly onTaken: (one: ImportView) => void }) {
  const { language, t } = useLanguage();
  const [url, setUrl] = useState('');
  const [kind, setKind] = useState<SiteView['kind']>('crawl');
  const [every, setEvery] = useState<'day' | 'week' | ''>('');
  const [options, setOptions] = useState<SiteOptions>({
    ...firstChoices(language),
    depth: 3,
    mostPages: 500,
    below: true,
    vanished: 'report',
  });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ message: string; code: string } | null>(null);

  async function send() {
    setBusy(true);
    setFailure(null);
    try {
      onTaken(await readSite({ ...options, url: url.trim(), kind, every: every || null }));
      setUrl('');
    } catch (error) {
      setFailure(errorSentence(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {failure && (
        <Alert type="error" showIcon role="alert" title={failure.message} description={failure.code} />
      )}
      <div className="import-choices">
        <Choice id="site-url" isWide label={t(importsText.address)}>
          <Input
            id="site-url"
            inputMode="url"
            value={url}
            placeholder={t(importsText.addressHint)}
            onChange={({ target }) => setUrl(target.value)}
          />
        </Choice>
        <Choice id="site-kind" label={t(importsText.kind)}>
          <Select
            id="site-kind"
            value={kind}
            onChange={setKind}
            options={(['crawl', 'sitemap', 'page'] as const).map((value) => ({
              value,
              label: t(importsText[value]),
            }))}
          />
        </Choice>
        {kind === 'crawl' && (
          <Choice id="site-depth" label={t(importsText.depth)}>
            <InputNumber
              id="site-depth"
              min={0}
              max={10}
              value={options.depth}
              onChange={(depth) => setOptions({ ...options, depth: depth ?? 3 })}
            />
          </Choice>
        )}
        {kind !== 'page' && (
          <>
            <Choice id="site-most" label={t(importsText.mostPages)}>
              <InputNumber
                id="site-most"
                min={1}
                max={20_000}
                value={options.mostPages}
                onChange={(mostPages) => setOptions({ ...options, mostPages: mostPages ?? 500 })}
              />
            </Choice>
            <Choice id="site-vanished" label={t(importsText.vanished)}>
              <Select
                id="site-vanished"
                value={options.vanished}
                onChange={(vanished) => setOptions({ ...options, vanished })}
                options={(['report', 'archive'] as const).map((value) => ({
                  value,
                  label: t(importsText[value]),
                }))}
              />
            </Choice>
          </>
        )}
        <Choice id="site-every" label={t(importsText.every)}>
          <Select
            id="site-every"
            value={every}
            onChange={setEvery}
            options={[
              { value: '' as const, label: t(importsText.never) },
              ...(['day', 'week'] as const).map((value) => ({ value, label: t(importsText[value]) })),
            ]}
          />
        </Choice>
      </div>
      {kind !== 'page' && (
        <Checkbox
          checked={options.below}
          onChange={({ target }) => setOptions({ ...options, below: target.checked })}
        >
          {t(importsText.below)}
        </Checkbox>
      )}
      <ImportChoices options={options} onChange={setOptions} isDocument />
      <div className="import-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={isBusy}
          disabled={url.trim() === '' || options.topic.trim() === ''}
        >
          {t(importsText.readSite)}
        </Button>
        <span className="soft">{t(importsText.polite)}</span>
      </div>
    </form>
  );
}
