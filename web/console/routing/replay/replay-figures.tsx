import type { PolicyReplay } from '../../../../core/protocol/policies.ts';
import { namesOf } from '../../../../core/text/console-rule-sentence.ts';
import { replayText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { usePolicy } from '../use-policy-editor.ts';

/** Handoffs more or fewer, in all and by queue. */
export function ReplayFigures({ replay }: { readonly replay: PolicyReplay }) {
  const { language, t } = useLanguage();
  const { policy } = usePolicy();
  const { conversations, before, after } = replay;
  const share = (count: number) => fill(t(replayText.shareOf), { share: asPercent(count / conversations) });
  const signed = (count: number) => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0');
  const names = namesOf(policy, language);
  const queues = [...new Set([...Object.keys(before.byQueue), ...Object.keys(after.byQueue)])];
  return (
    <>
      <div className="replay-figures">
        <div className="figure-card">
          <div className="figure-name">{t(replayText.handoffsBefore)}</div>
          <div className="figure-value figure">{before.handoffs}</div>
          <div className="figure-below figure">{share(before.handoffs)}</div>
        </div>
        <div className="figure-card">
          <div className="figure-name">{t(replayText.handoffsAfter)}</div>
          <div className="figure-value figure" data-testid="handoffs-after">
            {after.handoffs}{' '}
            {after.handoffs !== before.handoffs && (
              <span className="replay-change">{signed(after.handoffs - before.handoffs)}</span>
            )}
          </div>
          <div className="figure-below figure">{share(after.handoffs)}</div>
        </div>
        {(['more', 'fewer', 'otherwise'] as const).map((name) => (
          <div className="figure-card" key={name}>
            <div className="figure-name">{t(replayText[name])}</div>
            <div className="figure-value figure">{replay[name]}</div>
          </div>
        ))}
      </div>
      <p className="soft figure replay-note">
        {fill(t(replayText.summary), {
          conversations,
          turns: replay.turns,
          seconds: (replay.tookMs / 1000).toFixed(1),
        })}
        {replay.isCut && ` · ${t(replayText.cut)}`}
      </p>
      {replay.unknownMeanings !== null && replay.unknownMeanings > 0 && (
        <p className="soft figure replay-note" role="status">
          {fill(t(replayText.unknownMeanings), { count: replay.unknownMeanings })}
        </p>
      )}
      {queues.length > 1 && (
        <Panel title={t(replayText.byQueue)} className="list-panel replay-queues">
          <table>
            <thead>
              <tr>
                <th>{t(replayText.queue)}</th>
                <th className="number">{t(replayText.before)}</th>
                <th className="number">{t(replayText.after)}</th>
                <th className="number">{t(replayText.change)}</th>
              </tr>
            </thead>
            <tbody>
              {queues.map((id) => (
                <tr key={id}>
                  <td>{names.queue(id)}</td>
                  <td className="number figure">{before.byQueue[id] ?? 0}</td>
                  <td className="number figure">{after.byQueue[id] ?? 0}</td>
                  <td className="number figure">
                    {signed((after.byQueue[id] ?? 0) - (before.byQueue[id] ?? 0))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </>
  );
}
