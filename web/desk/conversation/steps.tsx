import { useState } from 'react';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Steps } from './fold-steps.ts';
import { Line } from './lines.tsx';

/** One line for many routine steps; opened, they stand in its place. */
export function StepsView({ steps }: { readonly steps: Steps }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  if (open) return steps.lines.map((line) => <Line key={line.key} item={line} />);
  return (
    <div className="line line-quiet">
      <button type="button" className="line-steps" aria-expanded={false} onClick={() => setOpen(true)}>
        {fill(t(routingText.line.steps), { count: steps.lines.length })}
      </button>
    </div>
  );
}
