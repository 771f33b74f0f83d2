import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { consoleText } from '../../../core/text/console.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';

/** However many there are, so many are drawn at first, and as many more with each press. */
const step = 20;

/** A list that may be very long. `children` draws one item as an `li` with its key. */
export function LongList<Item>({
  items,
  className,
  children,
}: {
  readonly items: readonly Item[];
  readonly className: string;
  readonly children: (item: Item) => ReactNode;
}) {
  const { t } = useLanguage();
  const [count, setCount] = useState(step);
  const left = items.length - count;
  return (
    <>
      <ul className={className}>{items.slice(0, count).map(children)}</ul>
      {left > 0 && (
        <Button block className="list-more" onClick={() => setCount(count + step)}>
          {fill(t(consoleText.showMore), { count: Math.min(step, left), left })}
        </Button>
      )}
    </>
  );
}
