import { ExclamationCircleFilled, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DraftWarning } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useSlowNow } from '../clock.ts';
import { articleInConsole, sourceOf } from '../conversation/citations.tsx';
import { Key } from '../marks.tsx';
import { plainText } from '../plain-text.ts';
import { clauseDates } from './clause-dates.ts';
import { isSerious, warningKey } from './settled-warnings.ts';

const words = assistText.warnings;

/** What is to be looked at in a draft: the words, what they stand against, and its source one click away. */
export function DraftWarnings({ warnings }: { readonly warnings: readonly DraftWarning[] }) {
  const { language, t } = useLanguage();
  const now = useSlowNow();
  return (
    <div role="status" aria-label={t(words.label)}>
      <ul className="draft-warnings">
        {warnings.map((warning) => (
          <li
            key={warningKey(warning)}
            className={isSerious(warning) ? 'draft-warning serious' : 'draft-warning'}
          >
            {isSerious(warning) ? (
              <ExclamationCircleFilled aria-hidden="true" />
            ) : (
              <WarningOutlined aria-hidden="true" />
            )}
            <div>
              <p>
                <mark>{warning.words}</mark> {warning.message}
                {warning.citation && (
                  <a
                    href={
                      warning.code === 'internal-text'
                        ? articleInConsole(warning.citation.articleId)
                        : sourceOf(warning.citation)
                    }
                    target="_blank"
                    rel="noreferrer"
                    title={warning.citation.title}
                  >
                    {t(words.source)}
                  </a>
                )}
              </p>
              {warning.clause && (
                <p className="draft-clause">
                  <span className="soft">
                    {[t(words.clause), clauseDates(warning, now, language)].filter(Boolean).join(' · ')}
                  </span>{' '}
                  {plainText(warning.clause)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Asked once before a reply with a serious warning goes out; Enter sends it, Esc goes back to it. */
export function SendAnyway({
  count,
  onSend,
  onBack,
}: {
  readonly count: number;
  readonly onSend: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useLanguage();
  return (
    <div className="send-anyway" role="alert">
      <p>{fill(t(words.asks), { count })}</p>
      <Button size="small" onClick={onBack}>
        {t(words.back)} <Key>Esc</Key>
      </Button>
      <Button size="small" type="primary" danger onClick={onSend}>
        {t(words.send)} <Key>Enter</Key>
      </Button>
    </div>
  );
}
