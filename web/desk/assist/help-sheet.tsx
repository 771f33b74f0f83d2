import { BulbOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { deskText } from '../../../core/text/desk.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';
import { permissionsOf } from '../actions/permissions.ts';
import { useDesk } from '../store/use-desk.ts';
import { AssistPanel } from './assist-panel.tsx';
import { insertHelp } from './insert-help.ts';
import type { Help } from './use-assist.ts';

/** The help as a sheet from below, where its column has no room. What is taken closes it. */
export function HelpSheet({
  summary,
  help,
  onLook,
  onClose,
}: {
  readonly summary: ConversationSummary;
  readonly help: Help;
  readonly onLook: (conversationId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  return (
    <Drawer
      open
      placement="bottom"
      size="72dvh"
      title={t(assistText.title)}
      closable={{ 'aria-label': t(deskText.app.close) }}
      onClose={onClose}
      rootClassName="help-sheet"
      styles={{ body: { padding: 0 } }}
    >
      <AssistPanel
        conversationId={summary.id}
        help={help}
        mayInsert={permissionsOf(summary, me).reply}
        onInsert={(taken) => {
          onClose();
          insertHelp(summary.id, taken);
        }}
        onLook={onLook}
      />
    </Drawer>
  );
}

/** Opens the sheet; there only where the column is not. */
export function OpenHelp({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useLanguage();
  return (
    <Button type="text" size="small" icon={<BulbOutlined />} className="opens-help" onClick={onOpen}>
      {t(assistText.open)}
    </Button>
  );
}
