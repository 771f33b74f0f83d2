import { useState } from 'react';
import type { ExplainedSignal, Explanation } from '../../../../core/protocol/understanding.ts';
import { explorerText } from '../../../../core/text/console-explorer.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { isSilent, modelWord, signalWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { MarkedMessage } from './marked-message.tsx';
import { keyOf, SignalLine } from './signal-line.tsx';

/** What matters most stands first, as an agent would want to know it. */
const order: readonly ExplainedSignal['signal'][] = [
  'human-request',
  'risk',
  'abuse',
  'emotion',
  'handoff',
  'satisfaction',
  'intent',
  'out-of-scope',
  'matter',
  'act',
  'language',
];

/** What speaks before anything was learned here: no intents ship, since every house has its own. */
const beforeAny = {
  intent: explorerText.untaught,
  emotion: explorerText.shipped,
  handoff: explorerText.shipped,
} as const;

/** A share that would read as 0 %. */
const smallest = 0.005;

const rank = ({ signal }: ExplainedSignal): number => order.indexOf(signal);

/** The message with its marks, every signal, and quietly what spoke and how long it took. */
export function Heard({ explanation }: { readonly explanation: Explanation }) {
  const { language, t } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const heard = explanation.signals.filter((one) => !isSilent(one)).toSorted((a, b) => rank(a) - rank(b));
  const silent = order.filter((name) => !heard.some(({ signal }) => signal === name));
  const shown =
    heard.find((one) => keyOf(one) === chosen) ?? heard.find(({ parts }) => parts.length > 0) ?? null;
  /** A learned signal that stayed below its line still says how near it came. */
  const silentWords = (name: ExplainedSignal['signal']): string => {
    const nearest = explanation.signals.find(({ signal }) => signal === name)?.probability ?? null;
    return nearest === null || nearest < smallest
      ? t(signalWord[name])
      : `${t(signalWord[name])} ${asPercent(nearest)}`;
  };
  const versions = (['intent', 'emotion', 'handoff'] as const).flatMap((model) => {
    const version = explanation.versions[model];
    return version === undefined ? [] : [{ model, version }];
  });
  return (
    <>
      <MarkedMessage text={explanation.text} signal={shown} />
      <h2 className="explorer-heading">{t(explorerText.heard)}</h2>
      <ul className="signals">
        {heard.map((one) => (
          <SignalLine
            key={keyOf(one)}
            signal={one}
            text={explanation.text}
            isShown={one === shown}
            onShow={() => setChosen(keyOf(one))}
          />
        ))}
      </ul>
      <p className="signals-silent">{t(explorerText.courseNote)}</p>
      {silent.length > 0 && (
        <p className="signals-silent">
          {fill(t(explorerText.silent), {
            signals: silent.map(silentWords).join(t(explorerText.silentBetween)),
          })}
        </p>
      )}
      <p className="explorer-foot figure">
        {versions.length === 0 && <span>{t(explorerText.rulesOnly)}</span>}
        {versions.map(({ model, version }) => (
          <span key={model}>
            {fill(t(version > 0 ? explorerText.version : beforeAny[model]), {
              model: t(modelWord[model]),
              version,
            })}
          </span>
        ))}
        <span>{fill(t(explorerText.took), { ms: readableMs(explanation.tookMs, language) })}</span>
      </p>
    </>
  );
}

/** Two digits that matter: 0.042, 0.31, 1.2, 14. */
const readableMs = (ms: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(ms);
