import { CustomerServiceOutlined, UpOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useState } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { routingText } from '../../../core/text/console-routing.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { useLanguage } from '../../ui/language.ts';
import { useOpenAlerts } from '../insights/use-open-alerts.ts';
import { useWaiting } from '../knowledge/use-waiting.ts';
import { useDraft } from '../routing/draft/draft-store.ts';
import { ChangePassword } from './change-password.tsx';
import { places } from './places.tsx';
import { may } from './role.ts';
import { hrefOf, useRoute } from './route.ts';

/** Brand, pages, and at the foot who is signed in. `onChoose` closes the drawer on a phone. */
export function Navigation({
  me,
  onSignOut,
  onChoose,
}: {
  readonly me: Colleague;
  readonly onSignOut: () => Promise<void>;
  readonly onChoose?: () => void;
}) {
  const { language, chooseLanguage, t } = useLanguage();
  const { path } = useRoute();
  const [changingPassword, setChangingPassword] = useState(false);
  const isLead = may(me.role, 'supervisor');
  const { proposals, articles } = useWaiting(isLead);
  const toDecide = proposals + articles;
  const [policyDraft] = useDraft(me.id);
  const alerts = useOpenAlerts(isLead);
  const here = path[0] ?? '';
  return (
    <div className="navigation">
      <a className="brand" href={hrefOf([])} onClick={onChoose}>
        <BrandMark size={28} />
        <span>
          <b>{t(consoleText.product)}</b>
          <small>{t(consoleText.console)}</small>
        </span>
      </a>
      <nav aria-label={t(consoleText.navigation)}>
        {places
          .filter((place) => may(me.role, place.needs))
          .map((place) => (
            <a
              key={place.path}
              className="place"
              href={hrefOf([place.path])}
              aria-current={place.path === here ? 'page' : undefined}
              onClick={onChoose}
            >
              <span aria-hidden="true">{place.icon}</span>
              {t(place.name)}
              {place.path === 'knowledge' && toDecide > 0 && (
                <span className="navigation-count figure">{toDecide}</span>
              )}
              {place.path === 'insights' && alerts.length > 0 && (
                <span className="navigation-count navigation-alert figure">{alerts.length}</span>
              )}
              {place.path === 'routing' && policyDraft && may(me.role, 'administrator') && (
                <span className="navigation-count">{t(routingText.draft)}</span>
              )}
            </a>
          ))}
      </nav>
      <div className="navigation-foot">
        <a className="place" href="/desk/">
          <span aria-hidden="true">
            <CustomerServiceOutlined />
          </span>
          {t(consoleText.openDesk)}
        </a>
        <Dropdown
          trigger={['click']}
          placement="topLeft"
          menu={{
            items: [
              { key: 'language', label: t(consoleText.otherLanguage) },
              { key: 'password', label: t(consoleText.changePassword) },
              { type: 'divider' },
              { key: 'sign-out', label: t(consoleText.signOut) },
            ],
            onClick: ({ key }) => {
              if (key === 'language') chooseLanguage(language === 'zh' ? 'en' : 'zh');
              if (key === 'password') setChangingPassword(true);
              if (key === 'sign-out') onSignOut();
            },
          }}
        >
          <button type="button" className="navigation-me">
            <span className="face" aria-hidden="true">
              {[...me.name][0]}
            </span>
            <span className="navigation-who">
              <b>{me.name}</b>
              <small>{t(consoleText[me.role])}</small>
            </span>
            <UpOutlined aria-hidden="true" className="navigation-arrow" />
          </button>
        </Dropdown>
      </div>
      {changingPassword && <ChangePassword onClose={() => setChangingPassword(false)} />}
    </div>
  );
}
