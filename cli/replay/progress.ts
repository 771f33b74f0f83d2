/** Progress on standard error: one line rewritten on a terminal, else a line now and then. */
export function createProgress(total: number) {
  const isTerminal = process.stderr.isTTY;
  const began = performance.now();
  const everyMs = isTerminal ? 100 : 5000;
  let shownAt = 0;
  return {
    show(done: number, failed: number): void {
      const now = performance.now();
      if (now - shownAt < everyMs && done + failed < total) return;
      shownAt = now;
      const line = `  ${done}/${total} 段对话 dialogues · ${Math.round((now - began) / 1000)} s${failed > 0 ? ` · ✗ ${failed}` : ''}`;
      process.stderr.write(isTerminal ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end(): void {
      if (isTerminal) process.stderr.write('\n');
    },
  };
}
