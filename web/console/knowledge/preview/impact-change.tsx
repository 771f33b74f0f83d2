import { Button } from 'antd';
import { useState } from 'react';
import type { PreviewedQuestion } from '../../../../core/protocol/preview.ts';
import type { PreviewedAnswer } from '../../../../core/terms/preview.ts';
import { previewChangeWord, previewText, previewVerdictWord } from '../../../../core/text/console-preview.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { hrefOf } from '../../frame/route.ts';
import { MarkdownView } from '../../markdown-view.tsx';

/** One question whose answer would change: the answers side by side, and the word of whoever knows which is right. */
export function ImpactChange({
  question,
  articleId,
  isGone,
  mayJudge,
  onJudge,
}: {
  readonly question: PreviewedQuestion;
  readonly articleId: string | undefined;
  /** What was tried is the article taken away. */
  readonly isGone: boolean;
  readonly mayJudge: boolean;
  readonly onJudge: (question: PreviewedQuestion, right: string | null | 'undo') => Promise<void>;
}) {
  const { t } = useLanguage();
  const [busy, setBusy] = useState(false);
  const { text, times, change, verdict, before, after, judged, conversationId } = question;
  const judge = async (right: string | null | 'undo') => {
    setBusy(true);
    await onJudge(question, right);
    setBusy(false);
  };
  // An article that is not saved yet cannot be named as the right one.
  const canName = (answer: PreviewedAnswer) =>
    answer.kind === 'answer' && (answer.articleId !== 'new' || articleId !== undefined);
  const title = [before, after].find((answer) => answer.articleId === judged?.articleId)?.title;
  return (
    <li className="impact-change">
      <div className="impact-question">
        <q>{text}</q>
        <span className={`impact-verdict impact-${verdict}`}>{t(previewVerdictWord[verdict])}</span>
      </div>
      <p className="soft impact-facts">
        <span>{t(previewChangeWord[change])}</span>
        <span>{times === 0 ? t(previewText.onlyJudged) : fill(t(previewText.times), { count: times })}</span>
        {conversationId && (
          <a href={`/desk/#/c/${encodeURIComponent(conversationId)}`} target="_blank" rel="noreferrer">
            {t(previewText.source)}
          </a>
        )}
      </p>
      <div className="impact-answers">
        <ImpactAnswer title={t(previewText.before)} answer={before} articleId={articleId} />
        <ImpactAnswer
          title={t(isGone ? previewText.gone : previewText.after)}
          answer={after}
          articleId={articleId}
          isNew
        />
      </div>
      {judged ? (
        <p className="soft impact-judge">
          <span>
            {judged.articleId === null
              ? t(previewText.isJudgedNone)
              : fill(t(previewText.isJudged), { title: title ?? judged.articleId })}
          </span>
          {mayJudge && (
            <Button size="small" type="text" disabled={busy} onClick={() => judge('undo')}>
              {t(previewText.takeBack)}
            </Button>
          )}
        </p>
      ) : (
        mayJudge &&
        change !== 'reworded' && (
          <fieldset className="impact-judge" disabled={busy}>
            <legend>{t(previewText.judge)}</legend>
            {canName(before) && (
              <Button size="small" onClick={() => judge(before.articleId)}>
                {t(previewText.nowRight)}
              </Button>
            )}
            {canName(after) && (
              <Button size="small" onClick={() => judge(after.articleId)}>
                {t(previewText.afterRight)}
              </Button>
            )}
            <Button size="small" onClick={() => judge(null)}>
              {t(previewText.noneRight)}
            </Button>
          </fieldset>
        )
      )}
    </li>
  );
}

function ImpactAnswer({
  title,
  answer,
  articleId,
  isNew = false,
}: {
  readonly title: string;
  readonly answer: PreviewedAnswer;
  readonly articleId: string | undefined;
  readonly isNew?: boolean;
}) {
  const { t } = useLanguage();
  const isThis = answer.articleId !== null && answer.articleId === (articleId ?? 'new');
  return (
    <section className={isNew ? 'impact-answer impact-new' : 'impact-answer'}>
      <h4>{title}</h4>
      {answer.kind === 'unknown' && <p className="soft">{t(previewText.nothing)}</p>}
      {answer.kind === 'clarify' && <p>{fill(t(previewText.asksBack), { titles: answer.text })}</p>}
      {answer.kind === 'answer' && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it */}
          <div className="impact-words" tabIndex={0}>
            <MarkdownView text={answer.text} />
          </div>
          <p className="soft impact-from">
            {isThis ? (
              <span>{t(previewText.thisArticle)}</span>
            ) : (
              <a href={hrefOf(['knowledge', answer.articleId!])}>{answer.title}</a>
            )}
            <span className="figure">
              {fill(t(previewText.sure), { share: asPercent(answer.confidence) })}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
