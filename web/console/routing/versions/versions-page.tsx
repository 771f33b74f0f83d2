import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { policyNote } from '../../../../core/text/policy.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { Failed, Waiting } from '../../frame/states.tsx';
import { When } from '../../frame/when.tsx';
import { ChangeList } from '../draft/change-list.tsx';
import { listPolicies, readPolicy } from '../policy-calls.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** Every version with who, when and why; any two compared; each brought back in one click. */
export function VersionsPage() {
  const { language, t } = useLanguage();
  const { mayEdit, active } = usePolicy();
  const list = useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => listPolicies(signal) });
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const [restoring, setRestoring] = useState<number | null>(null);
  if (list.isPending) return <Waiting />;
  if (list.isError) return <Failed error={list.error} onRetry={() => list.refetch()} />;
  const versions = list.data.versions.toSorted((a, b) => b.version - a.version);
  const to = chosen.to ?? active.version;
  const from = chosen.from ?? versions.find(({ version }) => version < to)?.version;

  return (
    <>
      <p className="soft section-lead">{t(routingText.versionsLead)}</p>
      <section className="panel list-panel">
        <table className="policy-versions">
          <thead>
            <tr>
              <th className="choice">{t(routingText.older)}</th>
              <th className="choice">{t(routingText.newer)}</th>
              <th>{t(routingText.versions)}</th>
              <th>{t(routingText.who)}</th>
              <th>{t(routingText.when)}</th>
              {mayEdit && <th aria-label={t(routingText.restore)} />}
            </tr>
          </thead>
          <tbody>
            {versions.map((one) => {
              const name = fill(t(routingText.version), { version: one.version });
              const inForce = one.version === active.version;
              return (
                <tr key={one.version} data-version={one.version}>
                  {(['from', 'to'] as const).map((side) => (
                    <td key={side} className="choice">
                      <input
                        type="radio"
                        name={`compare-${side}`}
                        aria-label={`${t(side === 'from' ? routingText.older : routingText.newer)} · ${name}`}
                        checked={(side === 'from' ? from : to) === one.version}
                        onChange={() => setChosen((now) => ({ ...now, from, to, [side]: one.version }))}
                      />
                    </td>
                  ))}
                  <td>
                    <b className="figure">{name}</b>
                    {inForce && <span className="badge badge-human">{t(routingText.inForce)}</span>}
                    <span className="soft version-note">
                      {policyNote(one.note, language) || t(routingText.noNote)}
                    </span>
                  </td>
                  <td>{one.author ?? t(routingText.builtIn)}</td>
                  <td>
                    <When at={one.createdAt} />
                  </td>
                  {mayEdit && (
                    <td className="actions">
                      {!inForce && (
                        <Button
                          size="small"
                          aria-label={fill(t(routingText.restoreLabel), { version: one.version })}
                          onClick={() => setRestoring(one.version)}
                        >
                          {t(routingText.restore)}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {from !== undefined && from !== to && <Comparison from={from} to={to} />}
      {restoring !== null && <RestoreDialog version={restoring} onClose={() => setRestoring(null)} />}
    </>
  );
}

function useVersion(version: number) {
  return useQuery({
    queryKey: ['policies', version],
    queryFn: ({ signal }) => readPolicy(version, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function Comparison({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useLanguage();
  const [old, next] = [useVersion(from), useVersion(to)];
  const failed = [old, next].find(({ isError }) => isError);
  return (
    <Panel title={fill(t(routingText.comparison), { from, to })} className="comparison">
      {failed && <Failed error={failed.error} onRetry={() => failed.refetch()} />}
      {old.data && next.data ? (
        <ChangeList before={old.data.policy} after={next.data.policy} />
      ) : (
        !failed && <Waiting rows={3} />
      )}
    </Panel>
  );
}
