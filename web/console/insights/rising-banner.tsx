import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { hrefOf } from '../frame/route.ts';
import { useOpenAlerts } from './use-open-alerts.ts';
import './insights.css';

/** One quiet line over every page while something rises that nobody has taken yet. */
export function RisingBanner() {
  const { t } = useLanguage();
  const alerts = useOpenAlerts(true).filter(({ acknowledgedBy }) => acknowledgedBy === null);
  const [first] = alerts;
  if (!first) return null;
  return (
    <div className="insight-banner" role="status">
      <span>{fill(t(insightText.banner), { count: alerts.length, name: first.name })}</span>
      <a href={hrefOf(['insights', 'rising'])}>{t(insightText.see)}</a>
    </div>
  );
}
