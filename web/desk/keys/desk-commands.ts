import type { ChosenAwayReason } from '../../../core/terms/agent-status.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { chosenAwayWord, seatText, statusWord } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import type { Permissions } from '../actions/permissions.ts';
import type { Actions } from '../actions/use-actions.ts';
import type { PaneAction } from '../conversation/pane-action.ts';
import type { View } from '../list/views.ts';
import type { Command } from './commands.ts';

interface Needs {
  readonly t: (entry: Bilingual) => string;
  readonly may: Permissions | null;
  readonly isLead: boolean;
  readonly act: (action: PaneAction) => void;
  readonly whisper: () => void;
  readonly actions: Actions;
  readonly views: readonly View[];
  readonly onView: (view: View) => void;
  readonly onShortcuts: () => void;
  readonly onBoard: () => void;
  readonly onSignOut: () => void;
}

/** Everything that the command bar can do, what concerns the open conversation first. */
export function deskCommands(needs: Needs): readonly Command[] {
  const { t } = needs;
  return [
    ...conversationCommands(needs),
    ...needs.views.map((view) => ({
      key: `view ${view}`,
      label: fill(t(deskText.commands.go), { view: t(deskText.views[view]) }),
      run: () => needs.onView(view),
    })),
    ...statusCommands(needs),
    ...(needs.isLead ? [{ key: 'board', label: t(deskText.commands.board), run: needs.onBoard }] : []),
    { key: 'shortcuts', label: t(deskText.app.shortcuts), shortcut: '?', run: needs.onShortcuts },
    { key: 'sign-out', label: t(deskText.app.signOut), run: needs.onSignOut },
  ];
}

function conversationCommands({ t, may, isLead, act, whisper }: Needs): readonly Command[] {
  if (!may) return [];
  const all: readonly (readonly [boolean, PaneAction, Bilingual, string?])[] = [
    [may.accept, 'accept', deskText.actions.accept, 'A'],
    [may.decline, 'decline', seatText.offer.decline, 'D'],
    [may.takeOver, 'takeOver', deskText.actions.takeOver, 'A'],
    [may.resolve, 'resolve', deskText.actions.resolve, '⌘↵'],
    [may.transfer, 'transfer', deskText.actions.transfer, 'T'],
    [may.invite, 'invite', routingText.help.invite, 'H'],
    [may.leave, 'leave', routingText.help.leave],
    [may.returnToAssistant, 'returnToAssistant', deskText.actions.returnToAssistant, 'B'],
    [isLead && (may.accept || may.transfer), 'routing', routingText.why.liveTitle],
  ];
  return [
    ...all.flatMap(([can, action, label, shortcut]) =>
      can
        ? [{ key: action, label: t(label), ...(shortcut ? { shortcut } : {}), run: () => act(action) }]
        : [],
    ),
    ...(may.whisper
      ? [{ key: 'whisper', label: t(routingText.whisper.tab), shortcut: 'W', run: whisper }]
      : []),
  ];
}

function statusCommands({ t, actions }: Needs): readonly Command[] {
  const named = (status: string) => fill(t(deskText.commands.status), { status });
  return [
    ...(['online', 'busy'] as const).map((presence) => ({
      key: `status ${presence}`,
      label: named(t(statusWord[presence])),
      run: () => void actions.setStatus(presence),
    })),
    ...(Object.keys(chosenAwayWord) as ChosenAwayReason[])
      .filter((reason) => reason !== 'other')
      .map((reason) => ({
        key: `status ${reason}`,
        label: named(`${t(statusWord.away)} · ${t(chosenAwayWord[reason])}`),
        run: () => void actions.setStatus('away', reason),
      })),
  ];
}
