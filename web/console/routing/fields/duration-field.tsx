import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { routingText } from '../../../../core/text/console-routing.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { useStatus } from './problem-note.tsx';

const units = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Unit = keyof typeof units;

/** The largest unit in which the time is a whole number. */
function unitOf(ms: number | undefined): Unit {
  if (!ms) return 'seconds';
  const fitting = (Object.keys(units) as Unit[]).filter((unit) => ms % units[unit] === 0);
  return fitting.at(-1) ?? 'seconds';
}

/** A span of time as a number and its unit. `optional` lets it be empty, with `placeholder` telling what counts then. */
export function DurationField({
  value,
  onChange,
  label,
  path,
  optional,
  placeholder,
  ids,
}: {
  readonly value: number | undefined;
  readonly onChange: (ms: number | undefined) => void;
  /** Names the field for those who hear the page; not needed where `ids` tie it to a label. */
  readonly label: string;
  readonly path?: string;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly ids?: { readonly id: string; readonly 'aria-labelledby': string };
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  const [chosen, setChosen] = useState<Unit | null>(null);
  const unit = chosen ?? unitOf(value);
  const status = useStatus(path ?? 'none');
  return (
    <Space.Compact className="duration-field">
      <InputNumber
        {...(ids ?? { 'aria-label': label })}
        min={0}
        max={10_000}
        disabled={!mayEdit}
        status={status ?? ''}
        placeholder={placeholder ?? ''}
        value={value === undefined ? null : Math.round((value / units[unit]) * 100) / 100}
        onChange={(next) => {
          if (next === null) return optional ? onChange(undefined) : undefined;
          setChosen(unit);
          onChange(Math.round(Number(next) * units[unit]));
        }}
      />
      <Select
        aria-label={fill(t(routingText.unit), { name: label })}
        disabled={!mayEdit}
        value={unit}
        popupMatchSelectWidth={false}
        options={(Object.keys(units) as Unit[]).map((one) => ({ value: one, label: t(routingText[one]) }))}
        onChange={(next: Unit) => {
          // The number stays and its unit changes, as one reads it.
          if (value !== undefined) onChange(Math.round((value / units[unit]) * units[next]));
          setChosen(next);
        }}
      />
    </Space.Compact>
  );
}
