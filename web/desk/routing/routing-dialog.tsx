import { useQuery } from '@tanstack/react-query';
import { Modal, Skeleton } from 'antd';
import type { RoutingExclusion, RoutingFactors } from '../../../core/terms/routing.ts';
import { exclusionWord, factorWord, routingText } from '../../../core/text/desk-routing.ts';
import { asPercent } from '../../../core/text/reasons.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { PersonFace } from '../marks.tsx';
import { asScore } from './why-panel.tsx';

const words = routingText.why;

interface Verdict {
  readonly agentId: string;
  readonly agentName: string;
  readonly score?: number;
  readonly factors?: RoutingFactors;
  readonly exclusion?: RoutingExclusion;
}

/** Best first; who cannot stands below, by reason. */
function inOrder(verdicts: readonly Verdict[]): readonly Verdict[] {
  return [...verdicts].sort(
    (left, right) =>
      (right.score ?? -1) - (left.score ?? -1) ||
      (left.exclusion ?? '').localeCompare(right.exclusion ?? '') ||
      left.agentName.localeCompare(right.agentName, 'zh'),
  );
}

/** Every agent's verdict for this conversation as it would be now: why not another. */
export default function RoutingDialog({
  conversationId,
  onClose,
}: {
  readonly conversationId: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['routing', conversationId],
    refetchInterval: 5_000,
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (
        await api.get<{ verdicts: readonly Verdict[] }>(
          `/api/conversations/${conversationId}/routing`,
          signal,
        )
      ).verdicts,
  });
  return (
    <Modal open width={720} footer={null} title={t(words.liveTitle)} onCancel={onClose}>
      <div className="dialog">
        <p className="soft">{t(words.liveHelp)}</p>
        {data ? (
          <Verdicts verdicts={inOrder(data)} />
        ) : error ? (
          <p role="alert">
            {errorSentence(error).message}（{errorSentence(error).code}）
          </p>
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 5 }} />
        )}
      </div>
    </Modal>
  );
}

const factorNames = Object.keys(factorWord) as (keyof RoutingFactors)[];

function Verdicts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { t } = useLanguage();
  if (verdicts.length === 0) return <p>{t(words.liveNone)}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="verdicts" tabIndex={0} aria-label={t(words.liveTitle)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(routingText.transfer.colleagues)}</th>
            <th scope="col">{t(words.score)}</th>
            {factorNames.map((name) => (
              <th key={name} scope="col">
                {t(factorWord[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verdicts.map((one) => (
            <tr key={one.agentId} className={one.exclusion ? 'verdict-not' : undefined}>
              <th scope="row">
                <PersonFace name={one.agentName} size={20} /> {one.agentName}
              </th>
              {one.factors && one.score !== undefined ? (
                <>
                  <td>
                    <b>{asScore(one.score)}</b>
                  </td>
                  {factorNames.map((name) => (
                    <td key={name}>{asPercent(one.factors![name])}</td>
                  ))}
                </>
              ) : (
                <td colSpan={factorNames.length + 1} className="soft">
                  {t(words.cannot)}
                  {one.exclusion && ` · ${t(exclusionWord[one.exclusion])}`}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
