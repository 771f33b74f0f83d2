import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { Failed, Waiting } from '../../frame/states.tsx';
import { listIntents } from '../calls.ts';
import { labelWord } from './label-word.ts';

/** Fewer examples of an intent teach little. */
const enough = 10;

export function useIntents() {
  return useQuery({
    queryKey: ['understanding', 'intents'],
    queryFn: ({ signal }) => listIntents(signal),
    staleTime: 30_000,
  });
}

/** The intents with how many examples each has; choosing one shows its examples. */
export function IntentList({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined;
  readonly onChoose: (intent: string | undefined) => void;
}) {
  const { t } = useLanguage();
  const intents = useIntents();
  const all = intents.data?.intents ?? [];
  return (
    <Panel title={t(examplesText.intents)} className="intents" scrolls>
      {intents.isError && <Failed error={intents.error} onRetry={() => intents.refetch()} />}
      {intents.isPending && <Waiting />}
      {intents.data && all.length === 0 && (
        <>
          <p>{t(examplesText.noIntents)}</p>
          <p className="soft">{t(examplesText.noIntentsHint)}</p>
        </>
      )}
      {all.length > 0 && (
        <ul>
          <li>
            <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
              <span>{t(examplesText.allIntents)}</span>
              <span className="figure soft">{all.reduce((sum, one) => sum + one.examples, 0)}</span>
            </button>
          </li>
          {all.map((intent) => (
            <li key={intent.name}>
              <Tooltip
                placement="right"
                title={`${fill(t(examplesText.counts), {
                  count: intent.examples,
                  knowledge: intent.fromKnowledge,
                })}${intent.examples < enough ? ` · ${t(examplesText.few)}` : ''}`}
              >
                <button
                  type="button"
                  aria-pressed={chosen === intent.name}
                  onClick={() => onChoose(intent.name)}
                >
                  <span>{labelWord(intent.name, 'intent', t)}</span>
                  <span className={intent.examples < enough ? 'figure intent-few' : 'figure soft'}>
                    {intent.examples}
                  </span>
                </button>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
