import { useQuery } from '@tanstack/react-query';
import type { AssistFigures } from '../../../core/protocol/assist.ts';
import type { Language } from '../../../core/terms/language.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { readAssistFigures } from '../calls.ts';
import { Panel } from '../frame/page.tsx';
import { Failed, Waiting } from '../frame/states.tsx';
import { duration, shown } from './figures.ts';
import { periodOf } from './period.ts';
import './assist-panel.css';

const words = assistText.figures;

/** What became of the help that stood before agents: taken, changed, and how long matters took with and without it. */
export function AssistPanel({ days }: { readonly days: number }) {
  const { t } = useLanguage();
  const report = useQuery({
    queryKey: ['assist-figures', days],
    queryFn: ({ signal }) => {
      const { from, to } = periodOf(days);
      return readAssistFigures(from, to, signal);
    },
    refetchInterval: 60_000,
  });
  return (
    <Panel title={t(words.title)} hint={t(words.hint)}>
      {report.data ? (
        report.data.acceptance.of === 0 ? (
          <p className="soft">{t(words.none)}</p>
        ) : (
          <Figures figures={report.data} />
        )
      ) : report.isError ? (
        <Failed error={report.error} onRetry={() => report.refetch()} />
      ) : (
        <Waiting rows={3} />
      )}
    </Panel>
  );
}

const share = (value: number | null, language: Language): string =>
  value === null ? assistText.figures.noData[language] : shown(value, 'share', language);

function Figures({ figures }: { readonly figures: AssistFigures }) {
  const { language, t } = useLanguage();
  const { acceptance, asTaken, edited, handling } = figures;
  const longest = Math.max(handling.with.medianMs ?? 0, handling.without.medianMs ?? 0, 1);
  const kinds = figures.kinds.filter((one) => one.shown > 0);
  const most = Math.max(1, ...kinds.map((one) => one.shown));
  return (
    <div className="assist-figures">
      <dl className="assist-three">
        <Figure name={t(words.acceptance)} value={share(acceptance.value, language)}>
          {fill(t(words.acceptanceOf), { part: acceptance.part, of: acceptance.of })}
        </Figure>
        <Figure name={t(words.asTaken)} value={share(asTaken.value, language)}>
          {fill(t(words.asTakenOf), { part: asTaken.part, of: asTaken.of })}
        </Figure>
        <Figure name={t(words.edited)} value={share(edited.value, language)}>
          {fill(t(words.editedOf), { of: edited.of })}
        </Figure>
      </dl>
      <div className="assist-halves">
        <section>
          <h3>{t(words.handling)}</h3>
          <ul className="handling">
            {(['with', 'without'] as const).map((side) => {
              const { meanMs, medianMs, of } = handling[side];
              return (
                <li key={side}>
                  <span>{t(words[side])}</span>
                  <span className="handling-track" aria-hidden="true">
                    <span
                      className={`handling-${side}`}
                      style={{ width: `${((medianMs ?? 0) / longest) * 100}%` }}
                    />
                  </span>
                  <span className="soft figure">
                    {medianMs === null || meanMs === null
                      ? t(words.noData)
                      : fill(t(words.median), {
                          median: duration(medianMs, language),
                          mean: duration(meanMs, language),
                          of,
                        })}
                  </span>
                </li>
              );
            })}
          </ul>
          <p className="soft">{t(words.notCause)}</p>
        </section>
        <section>
          <h3>{t(words.kinds)}</h3>
          <ul className="assist-kinds">
            {kinds.map((one) => (
              <li key={one.kind}>
                <span>{t(words.kind[one.kind])}</span>
                <span className="handling-track" aria-hidden="true">
                  <span className="kind-shown" style={{ width: `${(one.shown / most) * 100}%` }}>
                    <span className="kind-taken" style={{ width: `${(one.taken / one.shown) * 100}%` }} />
                  </span>
                </span>
                <span className="soft figure">
                  {fill(t(words.taken), { taken: one.taken, shown: one.shown })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Figure({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly children: string;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="figure-value figure">{value}</span>
        <span className="soft figure">{children}</span>
      </dd>
    </div>
  );
}
