import { Drawer, Skeleton } from 'antd';
import { useEffect } from 'react';
import { deskText } from '../../../core/text/desk.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { Timeline } from '../conversation/timeline.tsx';
import { useDesk, useDeskStore } from '../store/use-desk.ts';

/** An earlier conversation of the same customer, to be read beside the present one. */
export default function EarlierDrawer({
  conversationId,
  contactName,
  onClose,
}: {
  readonly conversationId: string;
  readonly contactName: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const desk = useDeskStore();
  const timeline = useDesk((state) => state.timelines.get(conversationId));
  const failure = useDesk((state) => state.failures.get(conversationId));
  useEffect(() => void desk.look(conversationId), [desk, conversationId]);
  return (
    <Drawer
      open
      size={520}
      title={t(deskText.context.readOnly)}
      onClose={onClose}
      styles={{ body: { padding: 0, display: 'flex' } }}
    >
      {timeline ? (
        <Timeline
          conversationId={conversationId}
          events={timeline.events}
          contactName={contactName}
          unreadAfter={null}
          tail=""
        />
      ) : failure !== undefined ? (
        <div className="empty empty-centre" role="alert">
          <p>{errorSentence(failure).message}</p>
          <p className="soft">
            {t(deskText.app.code)} {errorSentence(failure).code}
          </p>
        </div>
      ) : (
        <Skeleton active style={{ padding: 24 }} />
      )}
    </Drawer>
  );
}
