import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../../ui/language.ts';

/** A date, with its time of day where `withTime`; null is none. Epoch milliseconds. */
export function MomentField({
  value,
  onChange,
  withTime = false,
  disabled,
  isWrong,
  presets,
  ...ids
}: {
  readonly id: string;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby'?: string;
  readonly value: number | null;
  readonly onChange: (at: number | null) => void;
  readonly withTime?: boolean;
  readonly disabled: boolean;
  readonly isWrong?: boolean;
  readonly presets?: readonly { readonly label: string; readonly at: number }[];
}) {
  const { language } = useLanguage();
  const date = language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY';
  return (
    <DatePicker
      {...ids}
      className="moment-field"
      disabled={disabled}
      status={isWrong ? 'error' : undefined}
      // A day begins at midnight: that is what is meant where nobody chose an hour.
      showTime={withTime && { format: 'HH:mm', defaultOpenValue: dayjs().startOf('day') }}
      format={withTime ? `${date} HH:mm` : date}
      value={value === null ? null : dayjs(value)}
      onChange={(chosen) => onChange(chosen === null ? null : chosen.valueOf())}
      presets={presets?.map(({ label, at }) => ({ label, value: dayjs(at) }))}
    />
  );
}
