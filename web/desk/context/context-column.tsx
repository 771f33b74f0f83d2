import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { deskText } from '../../../core/text/desk.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { mayCorrect, permissionsOf } from '../actions/permissions.ts';
import { AssistPanel } from '../assist/assist-panel.tsx';
import { insertHelp } from '../assist/insert-help.ts';
import type { Help } from '../assist/use-assist.ts';
import { useDesk } from '../store/use-desk.ts';
import { Packet } from './packet.tsx';
import { History, Profile } from './profile.tsx';
import { ReadingPanel } from './reading/reading-panel.tsx';
import type { usePacket } from './use-packet.ts';

/** The right column: the packet first, with the help for the next reply in it, then who the customer is, then what came before. */
export function ContextColumn({
  conversationId,
  query,
  help,
  onLook,
  onBack,
}: {
  readonly conversationId: string | null;
  readonly query: ReturnType<typeof usePacket>;
  readonly help: Help;
  readonly onLook: (conversationId: string) => void;
  readonly onBack: () => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const summary = useDesk((state) =>
    conversationId === null ? undefined : state.summaries.get(conversationId),
  );
  const mayInsert = summary !== undefined && permissionsOf(summary, me).reply;
  return (
    <aside className="column-context" aria-label={t(deskText.app.context)}>
      <div className="context-back">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t(deskText.app.back)}
        </Button>
      </div>
      {conversationId === null ? (
        <p className="soft context-empty">{t(deskText.context.pick)}</p>
      ) : query.data ? (
        <>
          <Packet
            packet={query.data}
            reading={
              // Siblings: with one key for both, what one conversation told would stay beside the next.
              <ReadingPanel
                key={`reading ${conversationId}`}
                conversationId={conversationId}
                mayCorrect={summary !== undefined && mayCorrect(summary, me)}
              />
            }
            assist={
              <AssistPanel
                key={`assist ${conversationId}`}
                conversationId={conversationId}
                help={help}
                mayInsert={mayInsert}
                onInsert={(taken) => insertHelp(conversationId, taken)}
                onLook={onLook}
              />
            }
          />
          <Profile packet={query.data} />
          <History history={query.data.history} onLook={onLook} />
        </>
      ) : query.error ? (
        <div className="empty" role="alert">
          <p>{t(deskText.context.packetFailed)}</p>
          <p className="soft">{errorSentence(query.error).message}</p>
          <p className="soft">
            {t(deskText.app.code)} {errorSentence(query.error).code}
          </p>
          <Button size="small" onClick={() => void query.refetch()}>
            {t(deskText.app.retry)}
          </Button>
        </div>
      ) : (
        <div className="context-skeleton" aria-busy="true">
          <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 2 }} />
          <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 3 }} />
          <Skeleton active title={{ width: '36%' }} paragraph={{ rows: 2 }} />
        </div>
      )}
    </aside>
  );
}
