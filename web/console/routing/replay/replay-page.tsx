import { HistoryOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import type { PolicyReplay } from '../../../../core/protocol/policies.ts';
import { replayText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { sentences } from '../../frame/sentences.ts';
import { Empty, Waiting } from '../../frame/states.tsx';
import { replayPolicy } from '../policy-calls.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { ChangedConversations } from './changed-conversations.tsx';
import { ReplayFigures } from './replay-figures.tsx';
import './replay.css';

const periods = [7, 30, 90] as const;

/** The past days run through the draft: what would have gone differently. */
export default function ReplayPage() {
  const { language, t } = useLanguage();
  const { draft, policy } = usePolicy();
  const [days, setDays] = useState<number>(30);
  const [replay, setReplay] = useState<PolicyReplay | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function run() {
    setRunning(true);
    setFailure(null);
    try {
      setReplay(await replayPolicy(policy, days));
    } catch (error) {
      setFailure(errorSentence(error).message);
    } finally {
      setRunning(false);
    }
  }

  return (
    <>
      <div className="section-head">
        <p className="soft section-lead">
          {sentences([t(replayText.lead), draft ? '' : t(replayText.supervisorHint)], language)}
        </p>
        <div className="page-actions">
          <Segmented
            aria-label={t(replayText.period)}
            value={days}
            options={periods.map((value) => ({ value, label: fill(t(replayText.days), { count: value }) }))}
            onChange={setDays}
          />
          <Button type="primary" loading={running} onClick={run}>
            {t(draft ? replayText.runDraft : replayText.runActive)}
          </Button>
        </div>
      </div>
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="below" />}
      {running && !replay && (
        <Panel>
          <Waiting />
        </Panel>
      )}
      {!running && !replay && (
        <Panel>
          <Empty icon={<HistoryOutlined />} title={t(replayText.nothingYet)}>
            {t(replayText.nothingYetHint)}
          </Empty>
        </Panel>
      )}
      {replay && replay.conversations === 0 && (
        <Panel>
          <Empty icon={<HistoryOutlined />} title={t(replayText.noConversations)} />
        </Panel>
      )}
      {replay && replay.conversations > 0 && (
        <div aria-live="polite" aria-busy={running} className={running ? 'is-stale' : undefined}>
          <ReplayFigures replay={replay} />
          <ChangedConversations replay={replay} />
        </div>
      )}
    </>
  );
}
