import { QuestionCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { useState } from 'react';
import type { EventOf } from '../../../core/terms/event.ts';
import { deskText } from '../../../core/text/desk.ts';
import { fill } from '../../../core/text/fill.ts';
import { asPercent, decisionWord, handoffReasonSentence } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';

/**
 * A quiet chip on the assistant's turn that opens to the figures on which its decision rests. The panel is made when
 * it is first wanted: a long conversation has hundreds of chips and seldom one that is opened.
 */
export function Explanation({ decided }: { readonly decided: EventOf<'decided'> }) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState(false);
  const { decision, confidence, considered } = decided.body;
  const words = t(decision === 'hand-off' ? deskText.timeline.whyHandoff : deskText.timeline.why);
  const chip = (
    <button type="button" className="explain" onClick={wanted ? undefined : () => setWanted(true)}>
      <QuestionCircleOutlined aria-hidden="true" />
      {words}
    </button>
  );
  if (!wanted) return chip;
  const title =
    considered.length === 0
      ? t(decisionWord[decision])
      : `${t(decisionWord[decision])} · ${t(deskText.timeline.confidence)} ${asPercent(confidence)}`;
  return (
    <Popover
      trigger="click"
      defaultOpen
      placement="bottomRight"
      content={<Figures decided={decided} />}
      title={title}
    >
      {chip}
    </Popover>
  );
}

function Figures({ decided }: { readonly decided: EventOf<'decided'> }) {
  const { language, t } = useLanguage();
  const { body } = decided;
  return (
    <div className="figures">
      {body.reasons.map((reason) => (
        <p key={reason.code}>{handoffReasonSentence(reason, language)}</p>
      ))}
      {body.own && <p>{fill(t(deskText.timeline.own), body.own)}</p>}
      {body.repeated && <p>{t(deskText.timeline.repeated)}</p>}
      {body.noProgress && <p>{t(deskText.timeline.noProgress)}</p>}
      {body.decision !== 'small-talk' && <h4>{t(deskText.timeline.considered)}</h4>}
      {body.considered.length === 0 ? (
        body.decision !== 'small-talk' && <p className="soft">{t(deskText.timeline.noneConsidered)}</p>
      ) : (
        <ul>
          {body.considered.map((article) => (
            <li key={article.articleId}>
              <span className="figure-title">{article.title}</span>
              <Confidence value={article.confidence} />
            </li>
          ))}
        </ul>
      )}
      <p className="soft figures-foot">
        {t(deskText.timeline.answeredBy)} {t(deskText.timeline.answerer[body.answerer])}
        {body.fallback && ` · ${t(deskText.timeline.fallback)}（${body.fallback}）`}
        {` · ${t(deskText.timeline.policy)} ${body.policyVersion}`}
      </p>
    </div>
  );
}

/** A share as a short bar and a figure. */
export function Confidence({ value }: { readonly value: number }) {
  return (
    <span className="confidence">
      <span className="confidence-bar" aria-hidden="true">
        <span style={{ width: asPercent(Math.min(1, Math.max(0, value))) }} />
      </span>
      {asPercent(value)}
    </span>
  );
}
