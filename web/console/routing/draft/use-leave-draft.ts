import { App } from 'antd';
import { useCallback } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { useLanguage } from '../../../ui/language.ts';
import { useRouteGuard } from '../../frame/route.ts';

/** Leaving the section with a draft says that it is kept and changes nothing yet. A reload needs no question: it keeps. */
export function useLeaveDraft(hasDraft: boolean): void {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        modal.confirm({
          title: t(routingText.leaveTitle),
          content: t(routingText.leaveBody),
          okText: t(routingText.leave),
          cancelText: t(consoleText.stay),
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        });
      }),
    [modal, t],
  );
  useRouteGuard(hasDraft, ask, 'routing');
}
