/** After so long the process looks whether anybody else wants something: customers must not feel it. */
const longestStretchMs = 8;

/** To be awaited between small steps of long work: pauses when it is time to. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestStretchMs) return undefined;
    return new Promise((resume) => {
      setImmediate(() => {
        since = performance.now();
        resume();
      });
    });
  };
}
