import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { Gap, InsightSettings } from '../../../core/protocol/insights.ts';
import { causeWords, insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { LongList } from '../frame/long-list.tsx';
import { Panel } from '../frame/page.tsx';
import { go, hrefOf } from '../frame/route.ts';
import { Empty, Failed, Waiting } from '../frame/states.tsx';
import { duration } from '../overview/figures.ts';
import { draftGap, listGaps, readSettings } from './calls.ts';
import { changeWords } from './change-words.ts';
import { moneyOf, Rate } from './cost.tsx';
import { Dismiss } from './dismiss.tsx';
import { InsightRow } from './insight-row.tsx';
import { Sparkline } from './sparkline.tsx';

/** Questions without a good answer, the costliest first. */
export function Gaps({ days }: { readonly days: number }) {
  const { language, t } = useLanguage();
  const gaps = useQuery({
    queryKey: ['insights', 'gaps', days],
    queryFn: ({ signal }) => listGaps(days, signal),
    refetchInterval: 60_000,
  });
  const settings = useQuery({
    queryKey: ['insights', 'settings'],
    queryFn: ({ signal }) => readSettings(signal),
  });
  const failed = gaps.error ?? settings.error;
  if (failed && (!gaps.data || !settings.data))
    return <Failed error={failed} onRetry={() => Promise.all([gaps.refetch(), settings.refetch()])} />;
  if (!gaps.data || !settings.data)
    return (
      <Panel>
        <Waiting rows={10} />
      </Panel>
    );
  const all = gaps.data.gaps;
  if (all.length === 0)
    return (
      <Panel>
        <Empty title={t(insightText.noGapsTitle)}>{t(insightText.noGaps)}</Empty>
      </Panel>
    );
  const time = all.reduce((sum, { agentMs }) => sum + agentMs, 0);
  return (
    <>
      <p className="section-lead">{t(insightText.gapsLead)}</p>
      <Panel
        title={
          <span className="figure">
            {fill(t(time > 0 ? insightText.gapsSum : insightText.gapsSumFree), {
              gaps: all.length,
              questions: all.reduce((sum, { size }) => sum + size, 0),
              time: duration(time, language),
              money: moneyOf(time, settings.data, language),
            })}
          </span>
        }
        hint={<Rate settings={settings.data} />}
      >
        <LongList className="insights" items={all}>
          {(gap) => <GapRow key={gap.id} gap={gap} settings={settings.data} />}
        </LongList>
      </Panel>
    </>
  );
}

function GapRow({ gap, settings }: { readonly gap: Gap; readonly settings: InsightSettings }) {
  const { language, t } = useLanguage();
  const { message } = App.useApp();
  const draft = useMutation({
    mutationFn: () => draftGap(gap.id),
    onSuccess: ({ articleId }) => go(hrefOf(['knowledge', articleId])),
    onError: (error) => void message.error(errorSentence(error).message),
  });
  return (
    <InsightRow
      name={gap.name}
      figures={
        <>
          <b>{fill(t(insightText.asked), { count: gap.size })}</b>
          <span>{fill(t(insightText.ofAsked), { count: gap.asked })}</span>
          <span>{changeWords(gap.size, gap.before, t)}</span>
          {gap.agentMs > 0 ? (
            <span className="insight-cost">
              {fill(t(insightText.agentTime), { time: duration(gap.agentMs, language) })} ·{' '}
              {moneyOf(gap.agentMs, settings, language)}
            </span>
          ) : (
            <span>{t(insightText.noCost)}</span>
          )}
        </>
      }
      chips={gap.causes.slice(0, 4).map(({ cause, count }) => (
        <span key={cause} className="insight-chip">
          {t(causeWords[cause])} <span className="figure">{count}</span>
        </span>
      ))}
      trend={<Sparkline values={gap.trend} />}
      examples={gap.examples.filter(({ text }) => text !== gap.name)}
      actions={
        <>
          <Dismiss what="gaps" id={gap.id} name={gap.name} />
          <Button loading={draft.isPending} onClick={() => draft.mutate()}>
            {t(gap.draftId === null ? insightText.write : insightText.openDraft)}
          </Button>
        </>
      }
    />
  );
}
