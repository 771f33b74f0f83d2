import { MessageOutlined } from '@ant-design/icons';
import { Button, Result, Skeleton } from 'antd';
import { useEffect } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { boardText } from '../../../core/text/desk-board.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { useLanguage } from '../../ui/language.ts';
import { DeskPolicyProvider } from '../desk-policy.tsx';
import { timeOfDay } from '../time.ts';
import { AgentTable } from './agent-table.tsx';
import { PeopleList } from './people-list.tsx';
import { QueueTable } from './queue-table.tsx';
import { RisingStrip } from './rising-strip.tsx';
import { SumStrip } from './sum-strip.tsx';
import { useBoard } from './use-board.ts';
import { boardWindow, deskWindow } from './windows.ts';
import './board.css';
import './tables.css';
import './people.css';

/** Milliseconds after which figures are called old. */
const old = 8_000;

/**
 * The supervisor's live board. It takes no seat: who only watches is not connected as an agent and is offered nothing.
 */
export default function BoardPage({ agent }: { readonly agent: Colleague }) {
  const { language, chooseLanguage, t } = useLanguage();
  const mayLook = agent.role !== 'agent';
  const { data, error, dataUpdatedAt, refetch } = useBoard(mayLook);
  useEffect(() => {
    document.title = t(boardText.documentTitle);
    window.name = boardWindow;
  }, [t]);
  const isOld = data !== undefined && error !== null && Date.now() - dataUpdatedAt > old;
  return (
    <div className="board">
      <header className="bar">
        <div className="bar-brand">
          <BrandMark size={24} />
          <h1>{t(boardText.title)}</h1>
        </div>
        <div className="bar-side board-side">
          {data && (
            <span className="soft figure">
              {fill(t(boardText.updated), { time: timeOfDay(data.at, language, true) })}
            </span>
          )}
          <button
            type="button"
            className="bar-button board-language"
            onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t(deskText.app.language)}
          </button>
          <Button href="/desk/" target={deskWindow} icon={<MessageOutlined />}>
            {t(boardText.toDesk)}
          </Button>
        </div>
      </header>
      {isOld && (
        <p className="connection" role="status">
          {fill(t(boardText.stale), { time: timeOfDay(dataUpdatedAt, language, true) })}
        </p>
      )}
      {!mayLook ? (
        <Result status="403" title={t(boardText.forbidden)} subTitle={t(boardText.forbiddenHelp)} />
      ) : data ? (
        <main className="board-main">
          <RisingStrip />
          <SumStrip board={data} />
          <div className="board-grid">
            <DeskPolicyProvider>
              <PeopleList board={data} />
            </DeskPolicyProvider>
            <QueueTable queues={data.queues} now={data.at} />
            <AgentTable board={data} />
          </div>
        </main>
      ) : error ? (
        <div className="empty empty-centre" role="alert">
          <p>{t(boardText.failed)}</p>
          <p className="soft">
            {errorSentence(error).message} {t(deskText.app.code)} {errorSentence(error).code}
          </p>
          <Button onClick={() => void refetch()}>{t(deskText.app.retry)}</Button>
        </div>
      ) : (
        <main className="board-main" aria-busy="true">
          {[2, 5, 6].map((rows) => (
            <div key={rows} className="panel board-waiting">
              <Skeleton active title={false} paragraph={{ rows }} />
            </div>
          ))}
        </main>
      )}
    </div>
  );
}
