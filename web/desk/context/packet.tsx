import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { HandoffPacket } from '../../../core/protocol/views.ts';
import type { Decision } from '../../../core/terms/event.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { decisionWord, handoffReasonSentence } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { Citations } from '../conversation/citations.tsx';
import { Confidence } from '../conversation/explanation.tsx';
import { ReasonChips } from '../reason-chips.tsx';
import { Section } from './section.tsx';

/** Other questions beyond the newest of these are only counted; the timeline has them all. */
const othersShown = 4;

/** Everything the agent needs before the first keystroke (转人工信息包), most needed first. */
export function Packet({
  packet,
  reading,
  assist,
}: {
  readonly packet: HandoffPacket;
  /** How the conversation stands. */
  readonly reading: ReactNode;
  /** The help with the next reply. */
  readonly assist: ReactNode;
}) {
  const { language, t } = useLanguage();
  return (
    <div className="packet" data-testid="packet">
      <Section title={t(deskText.context.wants)}>
        <blockquote className="wants">{packet.wants.question}</blockquote>
        {packet.wants.others.length > 0 && (
          <div className="others">
            <span className="soft">{t(deskText.context.alsoAsked)}</span>
            <ul>
              {packet.wants.others.slice(-othersShown).map((other) => (
                <li key={other.seq}>{other.text}</li>
              ))}
              {packet.wants.others.length > othersShown && (
                <li className="soft">+{packet.wants.others.length - othersShown}</li>
              )}
            </ul>
          </div>
        )}
      </Section>
      {packet.why && (
        <Section title={t(deskText.context.why)}>
          <ReasonChips reasons={packet.why.reasons} opens most={6} />
          {packet.why.reasons.map((reason) => (
            <p key={reason.code} className="why-sentence">
              {handoffReasonSentence(reason, language)}
            </p>
          ))}
        </Section>
      )}
      {reading}
      {assist}
      <Section title={t(deskText.context.tried)}>
        <Tried tried={packet.tried} />
      </Section>
    </div>
  );
}

/** Attempts beyond these are folded. */
const triedShown = 3;

function Tried({ tried }: { readonly tried: HandoffPacket['tried'] }) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  if (tried.length === 0) return <p className="soft">{t(deskText.context.nothingTried)}</p>;
  const shown = all ? tried : tried.slice(-triedShown);
  return (
    <>
      {shown.length < tried.length && (
        <Button type="link" size="small" className="tried-more" onClick={() => setAll(true)}>
          +{tried.length - shown.length}
        </Button>
      )}
      <ol className="tried">
        {shown.map((attempt) => (
          <li key={attempt.seq}>
            <div className="tried-head">
              <span className="tried-decision">
                {t(
                  (decisionWord as Record<string, Bilingual>)[attempt.decision as Decision] ??
                    decisionWord.answer,
                )}
              </span>
              <Confidence value={attempt.confidence} />
            </div>
            {attempt.summary !== '' && <p>{attempt.summary}</p>}
            <Citations citations={attempt.citations} />
          </li>
        ))}
      </ol>
    </>
  );
}
