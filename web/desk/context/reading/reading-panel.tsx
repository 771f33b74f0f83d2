import { useMemo, useState } from 'react';
import { riskWord } from '../../../../core/text/console-triage.ts';
import { readingText } from '../../../../core/text/desk-reading.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { MoodShape } from '../../marks.tsx';
import { useDesk } from '../../store/use-desk.ts';
import { Section } from '../section.tsx';
import { CorrectEmotion, CorrectIntent } from './correct-menu.tsx';
import { MoodDots } from './mood-dots.tsx';
import { type Reading, readingOf, withCorrections } from './reading.ts';
import { ReadingDetails } from './reading-details.tsx';
import { type Correction, useCorrections } from './use-corrections.ts';
import './reading.css';

/** Three lines on how the conversation stands; each word that was heard can be put right; the rest on demand. */
export function ReadingPanel({
  conversationId,
  mayCorrect,
}: {
  readonly conversationId: string;
  readonly mayCorrect: boolean;
}) {
  const { t } = useLanguage();
  const events = useDesk((state) => state.timelines.get(conversationId)?.events);
  const fromLog = useMemo(() => readingOf(events ?? []), [events]);
  const { pending, last, correct, undo } = useCorrections(conversationId, fromLog);
  const reading = withCorrections(fromLog, pending);
  const [showsMore, setShowsMore] = useState(false);
  const newest = reading.messages.at(-1);
  if (!newest) return null;
  const asked = reading.asked ?? newest;
  const undoOf = (one: Pick<Correction, 'of' | 'what'>) =>
    last?.of === one.of && last.what === one.what && <Undo last={last} onUndo={() => void undo()} />;
  return (
    <Section title={t(readingText.title)}>
      <dl className="reading" data-testid="reading">
        <div>
          <dt>{t(readingText.mood)}</dt>
          <dd>
            <MoodShape emotion={newest.emotion} />
            <CorrectEmotion
              emotion={newest.emotion}
              mayCorrect={mayCorrect}
              onCorrect={(to) => void correct({ of: newest.seq, what: 'emotion', from: newest.emotion, to })}
            />
            {reading.messages.length > 1 && <span>{t(readingText.trend[reading.mood.trend])}</span>}
            <MoodDots messages={reading.messages} />
            {undoOf({ of: newest.seq, what: 'emotion' })}
            {reading.marks.length > 0 && (
              <ul className="reading-marks" aria-label={t(readingText.marks)}>
                {reading.marks.map((mark) => (
                  <li key={mark}>{t(riskWord[mark])}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t(readingText.intent)}</dt>
          <dd>
            <CorrectIntent
              intent={asked.intent?.name ?? null}
              mayCorrect={mayCorrect}
              onCorrect={(to) =>
                void correct({ of: asked.seq, what: 'intent', from: asked.intent?.name ?? null, to })
              }
            />
            {asked.intent?.probability != null && (
              <span className="soft">
                {fill(t(readingText.probability), { share: asPercent(asked.intent.probability) })}
              </span>
            )}
            {undoOf({ of: asked.seq, what: 'intent' })}
          </dd>
        </div>
        {(reading.answers.length > 0 || reading.needsHuman !== null) && (
          <div>
            <dt>{t(readingText.assistant)}</dt>
            <dd>
              <AssistantWords reading={reading} />
            </dd>
          </div>
        )}
      </dl>
      {showsMore && <ReadingDetails reading={reading} mayCorrect={mayCorrect} onCorrect={correct} />}
      <button
        type="button"
        className="reading-more"
        aria-expanded={showsMore}
        onClick={() => setShowsMore(!showsMore)}
      >
        {t(showsMore ? readingText.less : readingText.more)}
      </button>
    </Section>
  );
}

function Undo({ last, onUndo }: { readonly last: Correction; readonly onUndo: () => void }) {
  const { t } = useLanguage();
  return (
    <span className="reading-undo" role="status">
      {t(readingText.corrected)}
      {last.from !== null && (
        <button type="button" onClick={onUndo}>
          {t(readingText.undo)}
        </button>
      )}
    </span>
  );
}

/** How sure its last answers were and whether a person is needed, as a person would say it. */
function AssistantWords({ reading: { answers, needsHuman } }: { readonly reading: Reading }) {
  const { language, t } = useLanguage();
  const confidence = answers.at(-1)?.confidence;
  const words = [
    confidence === undefined
      ? null
      : confidence >= 0.6
        ? readingText.sure
        : confidence >= 0.35
          ? readingText.halfSure
          : readingText.unsure,
    needsHuman === null
      ? null
      : needsHuman >= 0.6
        ? readingText.needed
        : needsHuman >= 0.35
          ? readingText.maybeNeeded
          : readingText.notNeeded,
  ].filter((one) => one !== null);
  return <span>{words.map((one) => t(one)).join(language === 'zh' ? '，' : ', ')}</span>;
}
