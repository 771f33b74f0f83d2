import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import type { ArticlePreview, PreviewedQuestion } from '../../../../core/protocol/preview.ts';
import type { PreviewVerdict } from '../../../../core/terms/preview.ts';
import { previewText, previewVerdictWord } from '../../../../core/text/console-preview.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import type { ArticleFields } from '../../calls.ts';
import { Waiting } from '../../frame/states.tsx';
import { judgeQuestion, previewArticle, takeJudgementBack } from './calls.ts';
import { ImpactChange } from './impact-change.tsx';
import './impact.css';

const days = 30;
const verdicts: readonly PreviewVerdict[] = ['worse', 'likely-worse', 'unclear', 'likely-better', 'better'];

interface Looked {
  /** What was tried, to tell whether it was edited since; `null` is the archived article. */
  readonly content: ArticleFields | null;
  readonly preview: ArticlePreview;
}

/** What an edit would change, asked of the questions of the past before anything is published. */
export function ImpactPanel({
  articleId,
  content,
  live,
  mayJudge,
}: {
  readonly articleId: string | undefined;
  /** What the editor holds. */
  readonly content: ArticleFields;
  /** The article answers customers now, so taking it away has an impact, too. */
  readonly live: boolean;
  readonly mayJudge: boolean;
}) {
  const { t } = useLanguage();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(0);
  const complete = [content.title, content.body, content.topic].every((text) => text.trim() !== '');

  async function look(tried: ArticleFields | null) {
    const number = ++latest.current;
    setBusy(true);
    setFailure(null);
    try {
      const preview = await previewArticle(articleId, tried, days);
      if (number === latest.current) setLooked({ content: tried, preview });
    } catch (error) {
      if (number === latest.current) setFailure(errorSentence(error).message);
    } finally {
      if (number === latest.current) setBusy(false);
    }
  }

  async function judge(question: PreviewedQuestion, right: string | null | 'undo') {
    if (!looked) return;
    try {
      if (right !== 'undo') {
        const { text, language } = question;
        await judgeQuestion({ text, language, articleId: right });
      } else if (question.judged) await takeJudgementBack(question.judged.id);
      await look(looked.content);
    } catch (error) {
      setFailure(errorSentence(error).message);
    }
  }

  const outdated = looked !== null && looked.content !== null && looked.content !== content;
  return (
    <div className="impact">
      <p className="soft">{t(previewText.lead)}</p>
      <div className="impact-actions">
        <Button type="primary" loading={busy} disabled={!complete} onClick={() => look(content)}>
          {t(looked ? previewText.runAgain : previewText.run)}
        </Button>
        {live && (
          <Button disabled={busy} onClick={() => look(null)}>
            {t(previewText.without)}
          </Button>
        )}
      </div>
      {!complete && <p className="soft">{t(previewText.incomplete)}</p>}
      {failure && <Alert type="error" showIcon role="alert" title={failure} />}
      {busy && !looked && <Waiting rows={5} />}
      {outdated && !busy && <p className="impact-outdated">{t(previewText.outdated)}</p>}
      <div aria-live="polite" aria-busy={busy}>
        {looked && (
          <Impact
            preview={looked.preview}
            articleId={articleId}
            isGone={looked.content === null}
            mayJudge={mayJudge}
            onJudge={judge}
          />
        )}
      </div>
    </div>
  );
}

function Impact({
  preview,
  articleId,
  isGone,
  mayJudge,
  onJudge,
}: {
  readonly preview: ArticlePreview;
  readonly articleId: string | undefined;
  readonly isGone: boolean;
  readonly mayJudge: boolean;
  readonly onJudge: (question: PreviewedQuestion, right: string | null | 'undo') => Promise<void>;
}) {
  const { language, t } = useLanguage();
  const { questions, changes, judged, at, meaning } = preview;
  const count = verdicts.reduce((sum, verdict) => sum + preview.verdicts[verdict], 0);
  // A window of a minute: the server's clock may be a little ahead.
  const isLater = at > Date.now() + 60_000;
  if (questions === 0) return <p className="soft">{t(previewText.noQuestions)}</p>;
  return (
    <>
      <p className="impact-sum">
        <span className="soft">{fill(t(previewText.asked), { count: questions, days })}</span>
        <strong>{count === 0 ? t(previewText.none) : fill(t(previewText.some), { count })}</strong>
      </p>
      {count > 0 && (
        <ul className="impact-verdicts">
          {verdicts
            .filter((verdict) => preview.verdicts[verdict] > 0)
            .map((verdict) => (
              <li key={verdict} className={`impact-verdict impact-${verdict}`}>
                {t(previewVerdictWord[verdict])} <b className="figure">{preview.verdicts[verdict]}</b>
              </li>
            ))}
        </ul>
      )}
      {isLater && (
        <p className="soft">
          {fill(t(previewText.later), {
            day: new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
              dateStyle: 'medium',
              timeStyle: 'short',
            }),
          })}
        </p>
      )}
      <p className={judged.after < judged.before ? 'impact-regression' : 'soft'}>
        {judged.total === 0 ? t(previewText.noJudged) : fill(t(previewText.judged), judged)}
      </p>
      {meaning && meaning.texts > 0 && (
        <p className="soft" role="status">
          {fill(t(previewText.unknownTexts), { count: meaning.texts })}
        </p>
      )}
      {meaning && meaning.questions > 0 && (
        <p className="soft" role="status">
          {fill(t(previewText.unknownQuestions), { count: meaning.questions })}
        </p>
      )}
      <ol className="impact-changes">
        {changes.map((change) => (
          <ImpactChange
            key={`${change.language} ${change.text}`}
            question={change}
            articleId={articleId}
            isGone={isGone}
            mayJudge={mayJudge}
            onJudge={onJudge}
          />
        ))}
      </ol>
      {count > changes.length && (
        <p className="soft">{fill(t(previewText.shown), { count: changes.length })}</p>
      )}
    </>
  );
}
