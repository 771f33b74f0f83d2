/** A span of one day in minutes after midnight, local time; `to` may be 1440. A night shift is two spans. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** A day that differs from its weekday: closed (`spans` empty), other hours, or a working day by 调休. */
export interface CalendarException {
  /** `2026-10-01` */
  readonly day: string;
  readonly name: string;
  readonly spans: readonly TimeSpan[] | 'as-weekday';
}

/** When a queue is open. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  /** From Monday to Sunday; several spans a day are a split shift, none is a closed day. */
  readonly week: readonly (readonly TimeSpan[])[];
  /** Public holidays that apply, beside `exceptions`: `CN` closes holidays and opens the 调休 working days. */
  readonly holidays: 'CN' | 'none';
  /** What the house decided; it outranks `holidays`. */
  readonly exceptions: readonly CalendarException[];
}
