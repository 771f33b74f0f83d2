import { useQuery } from '@tanstack/react-query';
import type { RisingAlert } from '../../../core/protocol/insights.ts';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { api } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';

/** One line on the board while many suddenly ask about the same; nothing otherwise. */
export function RisingStrip() {
  const { t } = useLanguage();
  const rising = useQuery({
    queryKey: ['rising'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => api.get<{ alerts: readonly RisingAlert[] }>('/api/insights/rising', signal),
  });
  const open = rising.data?.alerts.filter(({ endedAt }) => endedAt === null) ?? [];
  const [first] = open;
  if (!first) return null;
  return (
    <p className="board-rising" role="status">
      <span>{fill(t(insightText.banner), { count: open.length, name: first.name })}</span>
      <a href="/console/#/insights/rising">{t(insightText.see)}</a>
    </p>
  );
}
