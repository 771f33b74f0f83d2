import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SlaRule, SlaTarget } from '../../../../core/terms/sla.ts';
import { slaText } from '../../../../core/text/console-sla.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { freshId, movedTo, replacedAt, withoutAt } from '../draft/list-edit.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { SlaRuleLine } from './sla-rule-line.tsx';
import '../triage/triage.css';

const targets: readonly { readonly target: SlaTarget; readonly limitMs: number }[] = [
  { target: 'first-response', limitMs: 60_000 },
  { target: 'next-response', limitMs: 180_000 },
  { target: 'resolution', limitMs: 86_400_000 },
];

/** The promises of time, by what they promise; in each group the first that fits counts. */
export function SlaPage() {
  const { t } = useLanguage();
  const { policy, edit, mayEdit } = usePolicy();
  return (
    <>
      <p className="soft section-lead">{t(slaText.lead)}</p>
      {targets.map(({ target, limitMs }) => {
        const places = policy.sla.flatMap((rule, place) => (rule.target === target ? [place] : []));
        return (
          <Panel key={target} title={t(slaText[target])} hint={t(slaText[`${target}Hint`])}>
            {places.length === 0 && <p className="soft">{t(slaText.none)}</p>}
            {places.length > 0 && (
              <ol className="rules">
                {places.map((place, index) => {
                  const rule = policy.sla[place]!;
                  return (
                    <SlaRuleLine
                      key={rule.id}
                      rule={rule}
                      path={`sla.${place}`}
                      index={index}
                      count={places.length}
                      onChange={(next) => edit((now) => ({ ...now, sla: replacedAt(now.sla, place, next) }))}
                      onMove={(to) =>
                        edit((now) => ({ ...now, sla: movedTo(now.sla, place, places[to] ?? place) }))
                      }
                      onRemove={() => edit((now) => ({ ...now, sla: withoutAt(now.sla, place) }))}
                    />
                  );
                })}
              </ol>
            )}
            {mayEdit && (
              <Button
                type="dashed"
                size="small"
                icon={<PlusOutlined aria-hidden="true" />}
                onClick={() =>
                  edit((now) => {
                    const rule: SlaRule = { id: freshId(target, now.sla), target, limitMs, warnAt: 0.75 };
                    return { ...now, sla: [...now.sla, rule] };
                  })
                }
              >
                {t(slaText.add)}
              </Button>
            )}
          </Panel>
        );
      })}
    </>
  );
}
