import { Segmented } from 'antd';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { Page } from '../frame/page.tsx';
import { go, hrefOf, useRoute } from '../frame/route.ts';
import { Gaps } from './gaps.tsx';
import { Health } from './health.tsx';
import { Rising } from './rising.tsx';
import { useOpenAlerts } from './use-open-alerts.ts';
import { Wanted } from './wanted.tsx';
import '../frame/section-tabs.css';
import './insights.css';

const pages = ['gaps', 'rising', 'wanted', 'health'] as const;
const periods = [7, 30, 90] as const;

/** What all conversations say together, for those who lead. */
export default function InsightsPage({ page }: { readonly page: string | undefined }) {
  const { t } = useLanguage();
  const { query } = useRoute();
  const alerts = useOpenAlerts(true);
  const name = pages.find((one) => one === page) ?? 'gaps';
  const days = periods.find((period) => String(period) === query.get('days')) ?? 30;
  return (
    <Page
      wide
      title={t(insightText.insights)}
      lead={t(insightText.lead)}
      actions={
        name !== 'rising' && (
          <Segmented
            aria-label={t(insightText.period)}
            value={days}
            options={periods.map((value) => ({ value, label: fill(t(insightText.days), { count: value }) }))}
            onChange={(value) => go(hrefOf(['insights', name], { days: String(value) }), 'replace')}
          />
        )
      }
    >
      <nav className="section-tabs" aria-label={t(insightText.pages)}>
        {pages.map((one) => (
          <a
            key={one}
            href={hrefOf(['insights', one], { days: days === 30 ? undefined : String(days) })}
            aria-current={one === name ? 'page' : undefined}
          >
            {t(insightText[one])}
            {one === 'rising' && alerts.length > 0 && (
              <span className="insight-count figure">{alerts.length}</span>
            )}
          </a>
        ))}
      </nav>
      {name === 'gaps' && <Gaps days={days} />}
      {name === 'rising' && <Rising />}
      {name === 'wanted' && <Wanted days={days} />}
      {name === 'health' && <Health days={days} />}
    </Page>
  );
}
