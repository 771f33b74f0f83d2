import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Board } from '../../../core/protocol/views.ts';
import { boardText } from '../../../core/text/desk-board.ts';
import { asPercent } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { clock } from '../time.ts';
import { sumOf } from './figures.ts';

type Tone = 'now' | 'alert' | undefined;

/** The day at a glance: readable from across the room. */
export function SumStrip({ board }: { readonly board: Board }) {
  const { t } = useLanguage();
  const sum = sumOf(board);
  const { sum: words } = boardText;
  const nobodyFree: Tone = sum.waiting > 0 && sum.free === 0 ? 'alert' : undefined;
  return (
    <dl className="sum" aria-label={t(words.label)}>
      <Figure label={t(words.waiting)} help={t(words.waitingHelp)} tone={sum.waiting > 0 ? 'now' : undefined}>
        {sum.waiting}
      </Figure>
      <Figure label={t(words.longest)} help={t(words.longestHelp)}>
        {sum.longestMs > 0 ? clock(sum.longestMs) : '—'}
      </Figure>
      <Figure label={t(words.free)} help={t(words.freeHelp)} tone={nobodyFree}>
        {sum.free}
        <small> / {sum.online}</small>
      </Figure>
      <Figure label={t(words.handling)} help={t(words.handlingHelp)}>
        {sum.handling}
      </Figure>
      <Figure label={t(words.within)} help={t(words.withinHelp)}>
        {sum.within30s === null ? '—' : asPercent(sum.within30s)}
      </Figure>
      <Figure label={t(words.left)} help={t(words.leftHelp)}>
        {sum.left}
      </Figure>
      <Figure
        label={t(words.breaches)}
        help={t(words.breachesHelp)}
        tone={sum.breaches > 0 ? 'alert' : undefined}
      >
        {sum.breaches}
      </Figure>
    </dl>
  );
}

function Figure({
  label,
  help,
  tone,
  children,
}: {
  readonly label: string;
  /** What is counted, one hover away. */
  readonly help: string;
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <div className={tone ? `sum-figure sum-${tone}` : 'sum-figure'}>
      <Tooltip title={help}>
        <dt>{label}</dt>
      </Tooltip>
      <dd>{children}</dd>
    </div>
  );
}
