import type { ExplainedSignal, SignalFactor } from '../../../../core/protocol/understanding.ts';
import type { HandoffFactor } from '../../../../core/terms/handoff-factor.ts';
import type { Bilingual, Language } from '../../../../core/terms/language.ts';
import type { SatisfactionSign } from '../../../../core/terms/satisfaction.ts';
import { explorerText } from '../../../../core/text/console-explorer.ts';
import { handoffFactorAgainst, handoffFactorWord } from '../../../../core/text/handoff-factors.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { satisfactionSentence } from '../../../../core/text/satisfaction.ts';
import { signalValue, signalWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { relativeWeights, standsIn } from './mark-words.ts';

/** Words beyond these are too weak to matter beside them. */
const wordsShown = 6;

function factorWords({ factor, weight }: SignalFactor, language: Language): string {
  const words = weight < 0 ? handoffFactorAgainst : handoffFactorWord;
  const word = words[factor as HandoffFactor] as Bilingual | undefined;
  return word
    ? word[language]
    : satisfactionSentence({ sign: factor as SatisfactionSign, weight }, language).replace(/[。.]$/, '');
}

/** Tells one signal of a message from another: a message may carry several risks. */
export const keyOf = ({ signal, value }: ExplainedSignal): string => `${signal} ${value}`;

/** One signal: what it says, how surely, by what; choosing it marks its words in the message. */
export function SignalLine({
  signal,
  text,
  isShown,
  onShow,
}: {
  readonly signal: ExplainedSignal;
  readonly text: string;
  readonly isShown: boolean;
  readonly onShow: () => void;
}) {
  const { language, t } = useLanguage();
  const { probability } = signal;
  return (
    <li>
      <button
        type="button"
        className="signal"
        data-signal={signal.signal}
        aria-pressed={isShown}
        onClick={onShow}
      >
        <span className="signal-name">{t(signalWord[signal.signal])}</span>
        <b className="signal-value">{signalValue(signal, language)}</b>
        <span className="signal-certainty figure">
          {probability !== null && (
            <>
              <span className="signal-track" aria-hidden="true">
                <span style={{ width: asPercent(probability) }} />
              </span>
              <span>
                <span className="for-readers-only">{t(explorerText.certainty)} </span>
                {asPercent(probability)}
              </span>
            </>
          )}
        </span>
        <span className="signal-by">{t(explorerText[signal.by])}</span>
        <span className="signal-words">
          <span className="for-readers-only">{t(explorerText.words)} </span>
          {relativeWeights(signal.parts)
            .slice(0, wordsShown)
            .map(({ words, weight }) => (
              <span key={words} className={weight < 0 ? 'word word-against' : 'word'}>
                {weight < 0 && (
                  <>
                    <span aria-hidden="true">−</span>
                    <span className="for-readers-only">{t(explorerText.speaksAgainst)} </span>
                  </>
                )}
                {!standsIn(words, text) && '≈ '}
                {words}
              </span>
            ))}
          {signal.parts.length > wordsShown && (
            <span className="soft">+{signal.parts.length - wordsShown}</span>
          )}
          {(signal.factors ?? []).map((one) => (
            <span key={one.factor} className={one.weight < 0 ? 'word word-against' : 'word'}>
              {one.weight < 0 && (
                <>
                  <span aria-hidden="true">−</span>
                  <span className="for-readers-only">{t(explorerText.speaksAgainst)} </span>
                </>
              )}
              {factorWords(one, language)}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}
