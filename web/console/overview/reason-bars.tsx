import type { Overview } from '../../../core/protocol/views.ts';
import { useLanguage } from '../../ui/language.ts';
import { reasonWord } from './chart-options.ts';

/** Handoff reasons as bars in plain words. A list, so that it reads aloud as well as it looks. */
export function ReasonBars({ reasons }: { readonly reasons: Overview['reasons'] }) {
  const { language } = useLanguage();
  const most = Math.max(1, ...reasons.map((reason) => reason.count));
  return (
    <ol className="reason-bars">
      {reasons.map((reason) => (
        <li key={reason.code}>
          <span className="reason-name">{reasonWord(reason.code, language)}</span>
          <span className="reason-track" aria-hidden="true">
            <span style={{ width: `${(reason.count / most) * 100}%` }} />
          </span>
          <span className="reason-count figure">{reason.count}</span>
        </li>
      ))}
    </ol>
  );
}
