import { ArrowUpOutlined, MessageFilled, UserOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { type CSSProperties, useState } from 'react';
import type { InboxView } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { inboxText } from '../../../core/text/console-inbox.ts';
import { useLanguage } from '../../ui/language.ts';
import { accentColours } from '../../widget/settings.ts';
import { MarkdownView } from '../markdown-view.tsx';

/** The widget's face as the settings make it, before they are saved. */
export function WidgetPreview({ inbox }: { readonly inbox: InboxView }) {
  const { language: own, t } = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const colours = accentColours(inbox.accent);
  const words = (entry: { readonly zh: string; readonly en: string }) => entry[language];
  return (
    <div className="preview">
      <div className="preview-choices">
        <Segmented
          size="small"
          value={language}
          options={[
            { value: 'zh', label: t(consoleText.chinese) },
            { value: 'en', label: t(consoleText.english) },
          ]}
          onChange={setLanguage}
        />
        <Segmented
          size="small"
          value={theme}
          options={[
            { value: 'light', label: t(inboxText.light) },
            { value: 'dark', label: t(inboxText.dark) },
          ]}
          onChange={setTheme}
        />
      </div>
      <div
        className="preview-page"
        data-theme={theme}
        role="img"
        aria-label={`${t(inboxText.preview)}: ${inbox.name[language]}`}
        style={{ '--accent': colours.accent, '--on-accent': colours.onAccent } as CSSProperties}
      >
        <div className="preview-widget" lang={language}>
          <div className="preview-head">
            <span className="preview-mark">{[...inbox.assistantName[language]][0]}</span>
            <span className="preview-names">
              <b>{inbox.name[language]}</b>
              <small>{words(inboxText.previewStatus)}</small>
            </span>
          </div>
          <div className="preview-body">
            {inbox.greeting[language] && (
              <>
                <small className="preview-speaker">{inbox.assistantName[language]} · AI</small>
                <div className="preview-bubble">
                  <MarkdownView text={inbox.greeting[language]} />
                </div>
              </>
            )}
            <div className="preview-suggestions">
              {inbox.suggestions[language].map((suggestion) => (
                <span key={suggestion}>{suggestion}</span>
              ))}
            </div>
          </div>
          <div className="preview-composer">
            <span>{words(inboxText.previewWrite)}</span>
            <span className="preview-tools">
              <span className="preview-human">
                <UserOutlined aria-hidden="true" /> {words(inboxText.previewHuman)}
              </span>
              <span className="preview-send">
                <ArrowUpOutlined aria-hidden="true" />
              </span>
            </span>
          </div>
        </div>
        <div className="preview-launcher">
          <MessageFilled aria-hidden="true" />
        </div>
      </div>
      <p className="soft preview-note">{t(inboxText.previewNote)}</p>
    </div>
  );
}
