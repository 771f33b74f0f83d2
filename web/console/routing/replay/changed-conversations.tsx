import { ExportOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { PolicyReplay, ReplayOutcome } from '../../../../core/protocol/policies.ts';
import { namesOf } from '../../../../core/text/console-rule-sentence.ts';
import { replayText, trialText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { handoffReasonChip } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { LongList } from '../../frame/long-list.tsx';
import { Panel } from '../../frame/page.tsx';
import { When } from '../../frame/when.tsx';
import { usePolicy } from '../use-policy-editor.ts';

type Kind = 'more' | 'fewer' | 'otherwise';

function kindOf({ before, after }: { readonly before: ReplayOutcome; readonly after: ReplayOutcome }): Kind {
  if (before.handedOff === after.handedOff) return 'otherwise';
  return after.handedOff ? 'more' : 'fewer';
}

/** The conversations that would have gone differently, both ways side by side. */
export function ChangedConversations({ replay }: { readonly replay: PolicyReplay }) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const shown = replay.changed.filter((one) => kind === 'all' || kindOf(one) === kind);
  if (replay.changed.length === 0)
    return (
      <Panel title={t(replayText.changed)}>
        <p className="soft">{t(replayText.none)}</p>
      </Panel>
    );
  const kinds = (['more', 'fewer', 'otherwise'] as const).filter((one) => replay[one] > 0);
  return (
    <Panel
      title={t(replayText.changed)}
      actions={
        kinds.length > 1 && (
          <Segmented
            size="small"
            value={kind}
            aria-label={t(replayText.changed)}
            options={[
              { value: 'all' as const, label: t(replayText.filterAll) },
              ...kinds.map((value) => ({ value, label: t(replayText[value]) })),
            ]}
            onChange={setKind}
          />
        )
      }
    >
      <LongList key={kind} className="changed" items={shown}>
        {(one) => (
          <li key={one.conversationId} data-kind={kindOf(one)}>
            <div className="changed-head">
              <q>{one.preview}</q>
              <span className="soft">
                <When at={one.openedAt} /> ·{' '}
                <a
                  href={`/desk/#/c/${encodeURIComponent(one.conversationId)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t(replayText.open)} <ExportOutlined aria-hidden="true" />
                </a>
              </span>
            </div>
            <div className="two-columns changed-sides">
              <Outcome name={t(replayText.before)} outcome={one.before} />
              <Outcome name={t(replayText.after)} outcome={one.after} />
            </div>
          </li>
        )}
      </LongList>
    </Panel>
  );
}

function Outcome({ name, outcome }: { readonly name: string; readonly outcome: ReplayOutcome }) {
  const { language, t } = useLanguage();
  const { policy } = usePolicy();
  const { handedOff, turn, queueId, priority, reasons } = outcome;
  return (
    <div className="changed-side">
      <span className="soft">{name}</span>
      <b>
        <span className={`seat-mark seat-${handedOff ? 'human' : 'assistant'}`} aria-hidden="true" />
        {handedOff ? fill(t(replayText.atTurn), { turn: turn ?? 1 }) : t(replayText.assistant)}
      </b>
      {handedOff && (
        <span className="outcome-chips">
          {queueId && (
            <span className="action-chip action-queue">{namesOf(policy, language).queue(queueId)}</span>
          )}
          {priority !== null && priority !== 0 && (
            <span className="action-chip figure">{fill(t(trialText.priority), { priority })}</span>
          )}
          {reasons.map(({ code }) => (
            <span key={code} className="action-chip">
              {handoffReasonChip[code]?.[language] ?? code}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
