/** Imported before a process of a test: its clock is wrong by `TANDEM_TEST_CLOCK_AHEAD_MS`, and jumps ahead on SIGUSR2. */
const right = Date.now.bind(Date);
let ahead = Number(process.env.TANDEM_TEST_CLOCK_AHEAD_MS ?? 0);
const RightDate = Date;

class WrongDate extends RightDate {
  constructor(...parts: [] | [number]) {
    if (parts.length === 0) super(right() + ahead);
    else super(...parts);
  }
  static override now(): number {
    return right() + ahead;
  }
}
globalThis.Date = WrongDate as DateConstructor;
process.on('SIGUSR2', () => {
  ahead += 600_000;
});
