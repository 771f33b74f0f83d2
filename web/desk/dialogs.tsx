import { lazy } from 'react';
import { useLanguage } from '../ui/language.ts';
import { HelpDialog } from './actions/help-dialog.tsx';
import { ResolveDialog } from './actions/resolve-dialog.tsx';
import { ReturnDialog } from './actions/return-dialog.tsx';
import { TransferDialog } from './actions/transfer-dialog.tsx';
import type { Actions } from './actions/use-actions.ts';
import { HelpSheet } from './assist/help-sheet.tsx';
import type { Help } from './assist/use-assist.ts';
import { contactName } from './contact-name.ts';
import type { Dialog } from './dialog.ts';
import CommandBar from './keys/command-bar.tsx';
import type { Command } from './keys/commands.ts';
import ShortcutSheet from './keys/shortcut-sheet.tsx';
import RoutingDialog from './routing/routing-dialog.tsx';
import { useDesk } from './store/use-desk.ts';

const EarlierDrawer = lazy(() => import('./context/earlier-drawer.tsx'));

/** Whatever stands above the page, loaded when it is first wanted. */
export default function Dialogs({
  dialog,
  conversationId,
  actions,
  commands,
  help,
  onOpen,
  onLook,
  onClose,
}: {
  readonly dialog: Dialog;
  readonly conversationId: string | null;
  readonly actions: Actions;
  readonly commands: readonly Command[];
  readonly help: Help;
  readonly onOpen: (conversationId: string) => void;
  /** Shows an earlier conversation instead. */
  readonly onLook: (conversationId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const summary = useDesk((state) =>
    conversationId === null ? undefined : state.summaries.get(conversationId),
  );
  if (dialog === 'commands') return <CommandBar commands={commands} onOpen={onOpen} onClose={onClose} />;
  if (dialog === 'shortcuts') return <ShortcutSheet onClose={onClose} />;
  if (!summary) return null;
  if (dialog === 'resolve')
    return <ResolveDialog conversationId={summary.id} actions={actions} onClose={onClose} />;
  if (dialog === 'returnToAssistant') {
    return <ReturnDialog conversationId={summary.id} actions={actions} onClose={onClose} />;
  }
  if (dialog === 'transfer' || dialog === 'transferWithSummary') {
    return (
      <TransferDialog
        summary={summary}
        actions={actions}
        writesNote={dialog === 'transferWithSummary'}
        onClose={onClose}
      />
    );
  }
  if (dialog === 'help') {
    return <HelpSheet summary={summary} help={help} onLook={onLook} onClose={onClose} />;
  }
  if (dialog === 'invite') return <HelpDialog summary={summary} actions={actions} onClose={onClose} />;
  if (dialog === 'routing') return <RoutingDialog conversationId={summary.id} onClose={onClose} />;
  return (
    <EarlierDrawer
      conversationId={dialog.earlier}
      contactName={contactName(summary.contact, t)}
      onClose={onClose}
    />
  );
}
