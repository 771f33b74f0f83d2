import { InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Role } from '../../../core/terms/actor.ts';
import { consoleText } from '../../../core/text/console.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';

/** A place with nothing in it: what will be here, and how to make it. */
export function Empty({
  title,
  children,
  action,
  icon = <InboxOutlined />,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}) {
  return (
    <div className="state">
      <span className="state-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}

/** What happened, what to do, the code. */
export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useLanguage();
  const { message, code } = errorSentence(error);
  return (
    <div role="alert">
      <Empty
        icon={<WarningOutlined aria-hidden="true" />}
        title={t(consoleText.failedTitle)}
        action={<Button onClick={onRetry}>{t(consoleText.retry)}</Button>}
      >
        {message}
        <br />
        <small>{fill(t(consoleText.errorCode), { code })}</small>
      </Empty>
    </div>
  );
}

/** A view broke while it was drawn. */
export function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useLanguage();
  return (
    <div role="alert" data-broken>
      <Empty
        icon={<WarningOutlined aria-hidden="true" />}
        title={t(consoleText.brokenTitle)}
        action={<Button onClick={onRetry}>{t(consoleText.retry)}</Button>}
      >
        {t(consoleText.broken)}
      </Empty>
    </div>
  );
}

/** The reader's role does not reach this far. */
export function NoPermission({ role, needed }: { readonly role: Role; readonly needed: Role }) {
  const { t } = useLanguage();
  return (
    <Empty icon={<LockOutlined aria-hidden="true" />} title={t(consoleText.noPermissionTitle)}>
      {fill(t(consoleText.noPermission), { role: t(consoleText[role]), needed: t(consoleText[needed]) })}
    </Empty>
  );
}

/** Grey lines where text is about to be. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useLanguage();
  return (
    <div aria-busy="true">
      <span className="for-readers-only" role="status">
        {t(consoleText.loading)}
      </span>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
