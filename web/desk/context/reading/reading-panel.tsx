import { useMemo, useState } from 'react';
import type { Bilingual } from '../../../../core/terms/language.ts';
import type { SatisfactionEstimate } from '../../../../core/terms/satisfaction.ts';
import { riskWord } from '../../../../core/text/console-triage.ts';
import { readingText } from '../../../../core/text/desk-reading.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { satisfactionText } from '../../../../core/text/satisfaction.ts';
import { useLanguage } from '../../../ui/language.ts';
import { MoodShape } from '../../marks.tsx';
import { useDesk } from '../../store/use-desk.ts';
import { Section } from '../section.tsx';
import { CorrectEmotion, CorrectIntent } from './correct-menu.tsx';
import { MoodDots } from './mood-dots.tsx';
import { type Reading, readingOf, withCorrections } from './reading.ts';
import { ReadingDetails } from './reading-details.tsx';
import { type Correction, useCorrections } from './use-corrections.ts';
import { useSatisfaction } from './use-satisfaction.ts';
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
  const satisfaction = useSatisfaction(conversationId, newest?.seq ?? 0);
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
        {satisfaction && (
          <div>
            <dt>{t(readingText.satisfaction)}</dt>
            <dd>
              <SatisfactionWords estimate={satisfaction} />
            </dd>
          </div>
        )}
      </dl>
      {showsMore && (
        <ReadingDetails
          reading={reading}
          satisfaction={satisfaction}
          mayCorrect={mayCorrect}
          onCorrect={correct}
        />
      )}
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

/** The word for a share: the first from `high` on, the second from `low` on, else the third. */
function wordFor(
  share: number,
  high: number,
  low: number,
  words: readonly [Bilingual, Bilingual, Bilingual],
): Bilingual {
  return words[share >= high ? 0 : share >= low ? 1 : 2];
}

/** How sure its last answers were and whether a person is needed, as a person would say it. */
function AssistantWords({ reading: { answers, needsHuman } }: { readonly reading: Reading }) {
  const { language, t } = useLanguage();
  const { sure, halfSure, unsure, needed, maybeNeeded, notNeeded } = readingText;
  const confidence = answers.at(-1)?.confidence;
  const words = [
    ...(confidence === undefined ? [] : [wordFor(confidence, 0.6, 0.35, [sure, halfSure, unsure])]),
    ...(needsHuman === null ? [] : [wordFor(needsHuman, 0.6, 0.35, [needed, maybeNeeded, notNeeded])]),
  ];
  return <span>{words.map((one) => t(one)).join(language === 'zh' ? '，' : ', ')}</span>;
}

/** Whether the customer is satisfied and the matter solved, as far as the conversation tells. */
function SatisfactionWords({ estimate }: { readonly estimate: SatisfactionEstimate }) {
  const { language, t } = useLanguage();
  const { satisfied, middling, dissatisfied, solved, unclear, unsolved } = readingText;
  const words = [
    wordFor(estimate.satisfaction, 0.6, 0.4, [satisfied, middling, dissatisfied]),
    wordFor(estimate.solved, 0.6, 0.4, [solved, unclear, unsolved]),
  ];
  return (
    <span title={t(satisfactionText.isEstimate)}>
      {words.map((one) => t(one)).join(language === 'zh' ? '，' : ', ')}
    </span>
  );
}
