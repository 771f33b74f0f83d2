import { Tooltip } from 'antd';
import type { CSSProperties } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import { seatText } from '../../../core/text/desk-seat.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';

/** Whether nothing more fits, by weight or by number. */
export function isFull({ load, open, profile }: Pick<Colleague, 'load' | 'open' | 'profile'>): boolean {
  return load >= profile.capacity || open >= profile.maximumConversations;
}

/** Load out of capacity: a notch for each unit, and the figures. */
export function LoadMeter({ of }: { readonly of: Pick<Colleague, 'load' | 'open' | 'profile'> }) {
  const { t } = useLanguage();
  const load = Math.round(of.load * 10) / 10;
  const { capacity } = of.profile;
  const values = { load, capacity, count: of.open };
  const share = capacity <= 0 ? 1 : Math.min(1, of.load / capacity);
  return (
    <Tooltip title={fill(t(seatText.status.loadHelp), values)}>
      <span
        className={isFull(of) ? 'load load-full' : 'load'}
        role="img"
        aria-label={fill(t(seatText.status.load), values)}
      >
        <span
          className="load-bar"
          style={{ '--notches': Math.min(12, Math.max(1, Math.round(capacity))) } as CSSProperties}
        >
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span className="figure" aria-hidden="true">
          {load}/{capacity}
        </span>
      </span>
    </Tooltip>
  );
}
