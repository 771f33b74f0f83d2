import { Alert, Button, Input, Tag } from 'antd';
import { useRef, useState } from 'react';
import type { Decision } from '../../../core/terms/event.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { asPercent, emotionWord, handoffReasonSentence } from '../../../core/text/reasons.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { type Trial, tryQuestion } from '../calls.ts';
import { hrefOf } from '../frame/route.ts';
import { Waiting } from '../frame/states.tsx';
import { MarkdownView } from '../markdown-view.tsx';

const headings: Readonly<Record<Decision, keyof typeof learningText>> = {
  answer: 'wouldAnswer',
  clarify: 'wouldClarify',
  'offer-human': 'wouldOffer',
  'hand-off': 'wouldHandOff',
  'small-talk': 'wouldChat',
};

/** Asks the assistant as a customer would. `articleId` marks the article that is being edited. */
export function TryPanel({
  articleId,
  notPublished,
  suggestion = '',
}: {
  readonly articleId?: string;
  readonly notPublished?: boolean;
  readonly suggestion?: string;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState(suggestion);
  const [asking, setAsking] = useState(false);
  const [trial, setTrial] = useState<{ question: string; result: Trial } | null>(null);
  const [before, setBefore] = useState<{ question: string; result: Trial } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(0);

  async function ask() {
    const question = text.trim();
    if (question === '') return;
    const number = ++latest.current;
    setAsking(true);
    setFailure(null);
    try {
      const result = await tryQuestion(question);
      if (number !== latest.current) return;
      // The same question again is a comparison, e.g. before and after publishing.
      setBefore(trial?.question === question ? trial : null);
      setTrial({ question, result });
    } catch (error) {
      if (number === latest.current) setFailure(errorSentence(error).message);
    } finally {
      if (number === latest.current) setAsking(false);
    }
  }

  return (
    <div className="try">
      <p className="soft">{t(learningText.tryLead)}</p>
      {notPublished && <p className="try-note">{t(learningText.draftNotYet)}</p>}
      <form
        className="try-ask"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Input
          value={text}
          maxLength={1000}
          aria-label={t(learningText.tryTitle)}
          placeholder={t(learningText.tryPlaceholder)}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={asking} disabled={text.trim() === ''}>
          {t(learningText.ask)}
        </Button>
      </form>
      {failure && <Alert type="error" showIcon role="alert" title={failure} />}
      {asking && !trial && <Waiting rows={4} />}
      <div aria-live="polite">{trial && <TrialResult trial={trial.result} articleId={articleId} />}</div>
      {before && (
        <details className="try-before">
          <summary>{t(learningText.before)}</summary>
          <TrialResult trial={before.result} articleId={articleId} />
        </details>
      )}
    </div>
  );
}

function TrialResult({ trial, articleId }: { readonly trial: Trial; readonly articleId?: string }) {
  const { language, t } = useLanguage();
  const { decision, answer, choices, reasons, candidates, perception } = trial;
  const notable = perception.wantsHuman || perception.emotion !== 'neutral';
  return (
    <div className="trial" data-decision={decision}>
      <h3>
        <span className="seat-mark seat-assistant" aria-hidden="true" />
        {t(learningText[headings[decision]])}
      </h3>
      {answer && (
        <div className="trial-answer">
          <MarkdownView text={answer.text} />
        </div>
      )}
      {choices.length > 0 && (
        <p className="trial-choices">
          {choices.map((choice) => (
            <span className="trial-choice" key={choice}>
              {choice}
            </span>
          ))}
        </p>
      )}
      {reasons.length > 0 && (
        <ul className="trial-why">
          {reasons.map((reason) => (
            <li key={reason.code}>{handoffReasonSentence(reason, language)}</li>
          ))}
        </ul>
      )}
      {notable && (
        <p className="trial-signals">
          <span className="soft">{t(learningText.understood)}</span>
          {perception.wantsHuman && <Tag variant="filled">{t(learningText.wantsHuman)}</Tag>}
          {perception.emotion !== 'neutral' && (
            <Tag variant="filled">
              {t(emotionWord[perception.emotion])} {asPercent(perception.intensity)}
            </Tag>
          )}
        </p>
      )}
      <h4>{t(learningText.candidates)}</h4>
      {candidates.length === 0 && <p className="soft">{t(learningText.noCandidates)}</p>}
      <ol className="candidates">
        {candidates.map(({ article, confidence, excerpt }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two passages of one article may stand in the list
          <li key={`${article.id} ${index}`} aria-current={article.id === articleId || undefined}>
            <div className="candidate-head">
              <a href={hrefOf(['knowledge', article.id])}>{article.title}</a>
              {article.id === articleId && <Tag variant="filled">{t(learningText.thisArticle)}</Tag>}
              <span className="confidence figure" title={t(learningText.confidence)}>
                <span aria-hidden="true">
                  <span style={{ width: asPercent(confidence) }} />
                </span>
                {asPercent(confidence)}
              </span>
            </div>
            <p className="soft excerpt">{excerpt}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
