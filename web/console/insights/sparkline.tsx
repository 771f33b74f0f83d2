import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';

const width = 96;
const height = 28;

/** A small trend, oldest left; its values are read to those who do not see it. */
export function Sparkline({
  values,
  hot = false,
}: {
  readonly values: readonly number[];
  readonly hot?: boolean;
}) {
  const { t } = useLanguage();
  const shown = grouped(values, 24);
  const most = Math.max(1, ...shown);
  const step = width / shown.length;
  const bar = Math.min(Math.max(1.5, step - 1.5), 12);
  return (
    <svg
      className={hot ? 'sparkline sparkline-hot' : 'sparkline'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fill(t(insightText.trendLabel), { values: shown.join(', ') })}
    >
      {shown.map((value, place) => {
        const tall = value === 0 ? 1 : Math.max(2, (value / most) * (height - 2));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
            key={place}
            className={value === 0 ? 'none' : undefined}
            x={width - (shown.length - place) * Math.min(step, bar + 1.5)}
            y={height - tall}
            width={bar}
            height={tall}
            rx={1}
          />
        );
      })}
    </svg>
  );
}

/** At most so many bars: neighbours are added. */
function grouped(values: readonly number[], most: number): number[] {
  const by = Math.ceil(values.length / most);
  const sums: number[] = [];
  for (let end = values.length; end > 0; end -= by)
    sums.unshift(values.slice(Math.max(0, end - by), end).reduce((sum, value) => sum + value, 0));
  return sums;
}
