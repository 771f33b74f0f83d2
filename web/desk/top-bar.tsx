import {
  BellOutlined,
  DashboardOutlined,
  EditOutlined,
  GlobalOutlined,
  LogoutOutlined,
  MutedOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
  SoundOutlined,
} from '@ant-design/icons';
import { App, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { deskText } from '../../core/text/desk.ts';
import { assistText } from '../../core/text/desk-assist.ts';
import { boardText } from '../../core/text/desk-board.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { useLanguage } from '../ui/language.ts';
import type { Actions } from './actions/use-actions.ts';
import { boardPath, boardWindow } from './board/windows.ts';
import { keyLabel } from './keys/key-label.ts';
import { Key, PersonFace } from './marks.tsx';
import { LoadMeter } from './status/load-meter.tsx';
import { StatusMenu } from './status/status-menu.tsx';
import { useDesk } from './store/use-desk.ts';

/** Where one is, how one is reached, and one's own settings. */
export function TopBar({
  actions,
  sound,
  onSound,
  completes,
  onCompletes,
  statusOpen,
  onStatus,
  onCommands,
  onShortcuts,
  onSignOut,
}: {
  readonly actions: Actions;
  readonly sound: boolean;
  readonly onSound: (on: boolean) => void;
  /** Whether sentences are completed while one types. */
  readonly completes: boolean;
  readonly onCompletes: (on: boolean) => void;
  readonly statusOpen: boolean;
  readonly onStatus: (open: boolean) => void;
  readonly onCommands: () => void;
  readonly onShortcuts: () => void;
  readonly onSignOut: () => void;
}) {
  const { language, chooseLanguage, t } = useLanguage();
  const me = useDesk((state) => state.me);
  const notifications = useNotificationPermission();
  return (
    <header className="bar">
      <div className="bar-brand">
        <BrandMark size={24} />
        <span>Tandem</span>
      </div>
      <button type="button" className="bar-search" onClick={onCommands}>
        <SearchOutlined aria-hidden="true" />
        <span>{t(deskText.app.commands)}</span>
        <Key>{keyLabel('⌘K')}</Key>
      </button>
      <div className="bar-side">
        <Tooltip title={t(sound ? deskText.ring.soundOn : deskText.ring.soundOff)}>
          <button
            type="button"
            className="bar-button"
            aria-pressed={sound}
            aria-label={t(sound ? deskText.ring.soundOn : deskText.ring.soundOff)}
            onClick={() => onSound(!sound)}
          >
            {sound ? <SoundOutlined /> : <MutedOutlined />}
          </button>
        </Tooltip>
        <Tooltip
          title={
            <>
              {t(deskText.app.shortcuts)} <Key>?</Key>
            </>
          }
        >
          <button
            type="button"
            className="bar-button not-narrow"
            aria-label={t(deskText.app.shortcuts)}
            onClick={onShortcuts}
          >
            <QuestionCircleOutlined />
          </button>
        </Tooltip>
        {me.role !== 'agent' && (
          <Tooltip title={t(boardText.title)}>
            <a
              className="bar-button not-narrow"
              href={boardPath}
              target={boardWindow}
              aria-label={t(boardText.title)}
            >
              <DashboardOutlined />
            </a>
          </Tooltip>
        )}
        <LoadMeter of={me} />
        <StatusMenu actions={actions} open={statusOpen} onOpen={onStatus} />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'who', type: 'group', label: `${me.name} · ${me.email}` },
              ...(notifications.label
                ? [{ key: 'notify', icon: <BellOutlined />, label: t(notifications.label) }]
                : []),
              {
                key: 'completions',
                icon: <EditOutlined />,
                label: `${t(assistText.ghost.setting)}${language === 'zh' ? '：' : ': '}${t(completes ? assistText.ghost.on : assistText.ghost.off)}`,
              },
              { key: 'language', icon: <GlobalOutlined />, label: t(deskText.app.language) },
              ...(me.role === 'agent'
                ? []
                : [
                    {
                      key: 'board',
                      icon: <DashboardOutlined />,
                      label: (
                        <a href={boardPath} target={boardWindow}>
                          {t(boardText.title)}
                        </a>
                      ),
                    },
                  ]),
              { key: 'shortcuts', icon: <QuestionCircleOutlined />, label: t(deskText.app.shortcuts) },
              {
                key: 'console',
                icon: <SettingOutlined />,
                label: <a href="/console/">{t(deskText.app.console)}</a>,
              },
              { type: 'divider' },
              { key: 'sign-out', icon: <LogoutOutlined />, label: t(deskText.app.signOut) },
            ],
            onClick: ({ key }) => {
              if (key === 'language') chooseLanguage(language === 'zh' ? 'en' : 'zh');
              if (key === 'completions') onCompletes(!completes);
              if (key === 'shortcuts') onShortcuts();
              if (key === 'notify') void notifications.ask();
              if (key === 'sign-out') onSignOut();
            },
          }}
        >
          <button type="button" className="bar-button" aria-label={t(deskText.app.account)}>
            <PersonFace name={me.name} size={28} />
          </button>
        </Dropdown>
      </div>
    </header>
  );
}

/** The browser is asked for notifications only when the agent chooses it. */
function useNotificationPermission() {
  const { message } = App.useApp();
  const { t } = useLanguage();
  const supported = typeof Notification !== 'undefined';
  // The browser is asked once: every look is a question to another process.
  const [permission, setPermission] = useState(() => (supported ? Notification.permission : 'denied'));
  const label = !supported ? null : permission === 'granted' ? deskText.ring.notifyOn : deskText.ring.notify;
  const ask = async () => {
    if (permission === 'granted') return;
    const answer = await Notification.requestPermission();
    setPermission(answer);
    if (answer === 'denied') void message.warning(t(deskText.ring.notifyDenied), 6);
  };
  return { label, ask };
}
