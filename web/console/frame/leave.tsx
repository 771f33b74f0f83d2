import { App } from 'antd';
import { useCallback } from 'react';
import { consoleText } from '../../../core/text/console.ts';
import { useLanguage } from '../../ui/language.ts';

/** The question before unsaved changes are left behind. */
export function useAskToLeave(): () => Promise<boolean> {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  return useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        modal.confirm({
          title: t(consoleText.leaveTitle),
          content: t(consoleText.leaveBody),
          okText: t(consoleText.leave),
          okButtonProps: { danger: true },
          cancelText: t(consoleText.stay),
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        });
      }),
    [modal, t],
  );
}
