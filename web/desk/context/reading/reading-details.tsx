import type { SatisfactionEstimate } from '../../../../core/terms/satisfaction.ts';
import { readingText } from '../../../../core/text/desk-reading.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent, decisionWord, disagreementWord, emotionWord } from '../../../../core/text/reasons.ts';
import { satisfactionSentence, satisfactionText } from '../../../../core/text/satisfaction.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Confidence } from '../../conversation/explanation.tsx';
import { MoodShape } from '../../marks.tsx';
import { timeOfDay } from '../../time.ts';
import { MoodCourse } from '../mood-course.tsx';
import { CorrectEmotion, CorrectIntent, CorrectWish } from './correct-menu.tsx';
import type { Reading } from './reading.ts';
import type { Correction } from './use-corrections.ts';

/** Older ones are in the timeline with their marks. */
const messagesShown = 6;

/** The figures behind the three lines: every message as it was heard, the last answers, the peak. */
export function ReadingDetails({
  reading,
  satisfaction,
  mayCorrect,
  onCorrect,
}: {
  readonly reading: Reading;
  readonly satisfaction: SatisfactionEstimate | undefined;
  readonly mayCorrect: boolean;
  readonly onCorrect: (correction: Correction) => Promise<void>;
}) {
  const { language, t } = useLanguage();
  const peak = reading.mood.peak;
  const peakMessage = peak ? reading.messages[peak.place] : undefined;
  return (
    <div className="reading-details">
      {reading.answers.length > 0 && (
        <>
          <h4>{t(readingText.answers)}</h4>
          <ul>
            {reading.answers.map((answer) => (
              <li key={answer.seq} className="reading-figure">
                <span>{t(decisionWord[answer.decision])}</span>
                <Confidence value={answer.confidence} />
              </li>
            ))}
          </ul>
        </>
      )}
      {reading.needsHuman !== null && (
        <p className="reading-figure">
          <span>{t(readingText.needsHuman)}</span>
          <Confidence value={reading.needsHuman} />
        </p>
      )}
      {reading.differsOn.length > 0 && (
        <p className="soft">
          {fill(t(readingText.differs), {
            matters: reading.differsOn
              .map((matter) => t(disagreementWord[matter]))
              .join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {satisfaction && (
        <>
          <p className="reading-figure">
            <span>{t(satisfactionText.satisfaction)}</span>
            <Confidence value={satisfaction.satisfaction} />
          </p>
          <ul className="reading-signs">
            {satisfaction.reasons.slice(0, 3).map((reason) => (
              <li key={reason.sign}>{satisfactionSentence(reason, language)}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{t(readingText.messages)}</h4>
      {reading.messages.length > 1 && <MoodCourse course={reading.messages} />}
      {peak && peakMessage && (
        <p className="soft">
          {fill(t(readingText.peak), {
            time: timeOfDay(peakMessage.at, language),
            mood: `${t(emotionWord[peak.emotion])} ${asPercent(peak.intensity)}`,
          })}
        </p>
      )}
      <ol>
        {reading.messages.slice(-messagesShown).map((message) => (
          <li key={message.seq} className="reading-message">
            <q>{message.text}</q>
            <span>
              <MoodShape emotion={message.emotion} />
              <CorrectEmotion
                emotion={message.emotion}
                mayCorrect={mayCorrect}
                onCorrect={(to) =>
                  void onCorrect({ of: message.seq, what: 'emotion', from: message.emotion, to })
                }
              />
              <CorrectWish
                wish={message.wish}
                mayCorrect={mayCorrect}
                onCorrect={(to) => void onCorrect({ of: message.seq, what: 'wish', from: message.wish, to })}
              />
              {message.intent && (
                <CorrectIntent
                  intent={message.intent.name}
                  mayCorrect={mayCorrect}
                  onCorrect={(to) =>
                    void onCorrect({
                      of: message.seq,
                      what: 'intent',
                      from: message.intent?.name ?? null,
                      to,
                    })
                  }
                />
              )}
              {message.isCorrected && <span className="soft">{t(readingText.corrected)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
