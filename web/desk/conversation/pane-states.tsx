import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { deskText } from '../../../core/text/desk.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';

/** The log did not come: what happened, and a way to try again. */
export function PaneFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useLanguage();
  const { message, code } = errorSentence(error);
  return (
    <section className="column-conversation">
      <div className="empty empty-centre" role="alert">
        <p>{t(deskText.timeline.failedTitle)}</p>
        <p className="soft">{message}</p>
        <p className="soft">
          {t(deskText.app.code)} {code}
        </p>
        <Button onClick={onRetry}>{t(deskText.app.retry)}</Button>
      </div>
    </section>
  );
}

/** The conversation broke while it was drawn; the rest of the desk goes on. */
export function PaneBroken({
  onRetry,
  onBack,
}: {
  readonly onRetry: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useLanguage();
  return (
    <section className="column-conversation" aria-label={t(deskText.app.conversation)}>
      <div className="only-narrow">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t(deskText.app.back)}
        </Button>
      </div>
      <div className="empty empty-centre" role="alert" data-broken>
        <p>{t(deskText.timeline.broken)}</p>
        <p className="soft">{t(deskText.timeline.brokenHelp)}</p>
        <p>
          <Button onClick={onRetry}>{t(deskText.app.retry)}</Button>
        </p>
      </div>
    </section>
  );
}

/** One of the side columns broke while it was drawn. */
export function ColumnBroken({
  className,
  onRetry,
}: {
  readonly className: string;
  readonly onRetry: () => void;
}) {
  const { t } = useLanguage();
  return (
    <aside className={className}>
      <div className="empty" role="alert" data-broken>
        <p>{t(deskText.app.broken)}</p>
        <p className="soft">{t(deskText.app.brokenHelp)}</p>
        <p>
          <Button onClick={onRetry}>{t(deskText.app.retry)}</Button>
        </p>
      </div>
    </aside>
  );
}

/** A conversation that is on its way. */
export function PaneSkeleton() {
  const { t } = useLanguage();
  return (
    <section className="column-conversation" aria-busy="true" aria-label={t(deskText.timeline.loading)}>
      <header className="pane-head">
        <Skeleton.Input active size="small" />
      </header>
      <div className="timeline-frame">
        <TimelineSkeleton />
      </div>
    </section>
  );
}

export function TimelineSkeleton() {
  return (
    <div className="timeline-skeleton" aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: 2, width: ['46%', '32%'] }} />
      <Skeleton
        active
        title={false}
        paragraph={{ rows: 3, width: ['52%', '60%', '40%'] }}
        className="skeleton-right"
      />
      <Skeleton active title={false} paragraph={{ rows: 1, width: ['38%'] }} />
    </div>
  );
}

/** Shown where no conversation is chosen. */
export function NoConversation() {
  const { t } = useLanguage();
  return (
    <section className="column-conversation">
      <div className="empty empty-centre">
        <p>{t(deskText.timeline.pick)}</p>
        <p className="soft">{t(deskText.timeline.pickHelp)}</p>
      </div>
    </section>
  );
}
