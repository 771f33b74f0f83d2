import { useQueryClient } from '@tanstack/react-query';
import { App, Button, ColorPicker, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import type { InboxView } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { inboxText } from '../../../core/text/console-inbox.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { saveInbox } from '../calls.ts';
import { CopyButton } from '../frame/copy-button.tsx';
import { Field } from '../frame/field.tsx';
import { useAskToLeave } from '../frame/leave.tsx';
import { Panel } from '../frame/page.tsx';
import { useLeaveGuard } from '../frame/route.ts';
import { embedSnippet, identitySnippet } from './embed-snippets.ts';
import { IdentitySecret } from './identity-secret.tsx';
import { isOrigin } from './origin.ts';
import { WidgetPreview } from './widget-preview.tsx';

const languages: readonly Language[] = ['zh', 'en'];
const mostSuggestions = 6;
const accents = ['#4f46e5', '#0f766e', '#1d4ed8', '#b42318', '#9d174d', '#16201f'];

/** What the form edits; the rest of an inbox is not the administrator's to change. */
type Settings = Pick<
  InboxView,
  'name' | 'greeting' | 'suggestions' | 'accent' | 'assistantName' | 'allowedOrigins' | 'requireIdentity'
>;

function settingsOf(inbox: InboxView): Settings {
  const { name, greeting, suggestions, accent, assistantName, allowedOrigins, requireIdentity } = inbox;
  return { name, greeting, suggestions, accent, assistantName, allowedOrigins, requireIdentity };
}

/** One inbox: how it looks, who may embed it, whom it trusts, and how to put it on a page. */
export function InboxForm({ stored }: { readonly stored: InboxView }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [changes, setChanges] = useState<Partial<Settings>>({});
  const [saving, setSaving] = useState(false);
  const settings = { ...settingsOf(stored), ...changes };
  const dirty = JSON.stringify(settings) !== JSON.stringify(settingsOf(stored));
  useLeaveGuard(dirty, useAskToLeave());

  const badOrigin = settings.allowedOrigins.find((origin) => !isOrigin(origin));
  const complete = languages.every(
    (language) =>
      settings.name[language].trim() &&
      settings.assistantName[language].trim() &&
      settings.greeting[language].trim(),
  );
  const change = (next: Partial<Settings>) => setChanges((now) => ({ ...now, ...next }));

  async function save() {
    setSaving(true);
    try {
      await saveInbox(stored.id, changes);
      await queries.invalidateQueries({ queryKey: ['inboxes'] });
      setChanges({});
      message.success(t(consoleText.saved));
    } catch (error) {
      message.error(errorSentence(error).message);
    } finally {
      setSaving(false);
    }
  }

  const bothLanguages = (key: 'name' | 'assistantName' | 'greeting', long: boolean) => (
    <div className="field-row field-row-even">
      {languages.map((language) => (
        <Field
          key={language}
          label={
            <>
              {t(inboxText[key])}{' '}
              <span className="field-language">
                {t(language === 'zh' ? inboxText.inChinese : inboxText.inEnglish)}
              </span>
            </>
          }
        >
          {(id) => {
            const common = {
              ...id,
              lang: language,
              value: settings[key][language],
              maxLength: key === 'assistantName' ? 30 : long ? 500 : 60,
              onChange: (event: { target: { value: string } }) =>
                change({ [key]: { ...settings[key], [language]: event.target.value } }),
            };
            return long ? (
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} {...common} />
            ) : (
              <Input {...common} />
            );
          }}
        </Field>
      ))}
    </div>
  );

  return (
    <>
      <div className="inbox">
        <div>
          <Panel title={t(inboxText.face)}>
            {bothLanguages('name', false)}
            {bothLanguages('assistantName', false)}
            {bothLanguages('greeting', true)}
            <div className="field-row field-row-even">
              {languages.map((language) => (
                <Field
                  key={language}
                  label={
                    <>
                      {t(inboxText.suggestions)}{' '}
                      <span className="field-language">
                        {t(language === 'zh' ? inboxText.inChinese : inboxText.inEnglish)}
                      </span>
                    </>
                  }
                  hint={language === 'zh' && t(inboxText.suggestionsHint)}
                >
                  {(id) => (
                    <Select
                      {...id}
                      mode="tags"
                      open={false}
                      suffixIcon={null}
                      maxCount={mostSuggestions}
                      value={[...settings.suggestions[language]]}
                      onChange={(list: string[]) =>
                        change({
                          suggestions: {
                            ...settings.suggestions,
                            [language]: list.map((one) => one.trim().slice(0, 60)).filter(Boolean),
                          },
                        })
                      }
                    />
                  )}
                </Field>
              ))}
            </div>
            <Field label={t(inboxText.accent)}>
              {(id) => (
                <span {...id}>
                  <ColorPicker
                    value={settings.accent}
                    disabledAlpha
                    format="hex"
                    showText
                    presets={[{ label: t(inboxText.accent), colors: accents }]}
                    onChange={(colour) => change({ accent: colour.toHexString().slice(0, 7) })}
                  />
                </span>
              )}
            </Field>
          </Panel>
          <Panel title={t(inboxText.safety)}>
            <Field
              label={t(inboxText.origins)}
              hint={t(inboxText.originsHint)}
              error={badOrigin !== undefined && fill(t(inboxText.originInvalid), { origin: badOrigin })}
            >
              {(id) => (
                <Select
                  {...id}
                  mode="tags"
                  open={false}
                  suffixIcon={null}
                  status={badOrigin === undefined ? undefined : 'error'}
                  tokenSeparators={[' ', ',', '\n']}
                  value={[...settings.allowedOrigins]}
                  onChange={(list: string[]) =>
                    change({ allowedOrigins: list.map((one) => one.trim().replace(/\/$/, '')) })
                  }
                />
              )}
            </Field>
            <div className="switch-line">
              <Switch
                id="require-identity"
                checked={settings.requireIdentity}
                onChange={(requireIdentity) => change({ requireIdentity })}
              />
              <label htmlFor="require-identity">
                {t(inboxText.requireIdentity)}
                <span className="soft">{t(inboxText.requireIdentityHint)}</span>
              </label>
            </div>
            <IdentitySecret inbox={stored} />
          </Panel>
          <Panel
            title={t(inboxText.embed)}
            hint={t(inboxText.embedLead)}
            actions={<CopyButton text={embedSnippet(window.location.origin, stored.id)} />}
          >
            <Snippet code={embedSnippet(window.location.origin, stored.id)} label={t(inboxText.embed)} />
          </Panel>
          <Panel
            title={t(inboxText.identity)}
            hint={t(inboxText.identityLead)}
            actions={<CopyButton text={identitySnippet(stored.id, stored.identityKeyId)} />}
          >
            <Snippet code={identitySnippet(stored.id, stored.identityKeyId)} label={t(inboxText.identity)} />
          </Panel>
        </div>
        <Panel title={t(inboxText.preview)} className="inbox-preview">
          <WidgetPreview inbox={{ ...stored, ...settings }} />
        </Panel>
      </div>
      {dirty && (
        <footer className="action-bar">
          <div className="action-words">
            <span className="unsaved">{t(knowledgeText.unsaved)}</span>
          </div>
          <div className="action-buttons">
            <Button disabled={saving} onClick={() => setChanges({})}>
              {t(consoleText.discard)}
            </Button>
            <Button
              type="primary"
              loading={saving}
              disabled={!complete || badOrigin !== undefined}
              onClick={save}
            >
              {t(consoleText.save)}
            </Button>
          </div>
        </footer>
      )}
    </>
  );
}

function Snippet({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="snippet" tabIndex={0} aria-label={label}>
      <pre>{code}</pre>
    </section>
  );
}
