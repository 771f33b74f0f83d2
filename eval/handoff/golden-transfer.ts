/**
 * Golden Transfer within Tolerance (Liu et al., "Time to Transfer: Predicting and Evaluating Machine-Human Chatting
 * Handoff", AAAI 2021) of one dialogue, 0 to 1: every utterance at which a transfer is predicted earns
 * exp(-Δ² / ((1 - λ·sign Δ) · 2T²)), Δ being its distance to the golden transfer that gives most, positive where it
 * comes later; the dialogue gets their mean. Without a golden transfer it gets 1 for predicting none, else 0; with one
 * and no prediction it gets 0. `lateness` is λ, between -1 and 1: above 0 a late transfer costs more.
 */
export function goldenTransfer(
  golden: ArrayLike<number>,
  predicted: ArrayLike<number>,
  tolerance: number,
  lateness = 0,
): number {
  const right = placesOf(golden);
  const said = placesOf(predicted);
  if (right.length === 0 || said.length === 0) return right.length === said.length ? 1 : 0;
  let sum = 0;
  for (const place of said) {
    let most = 0;
    for (const other of right) {
      const gap = place - other;
      const scale = 1 / (1 - lateness * Math.sign(gap));
      most = Math.max(most, Math.exp((-scale * gap * gap) / (2 * tolerance * tolerance)));
    }
    sum += most;
  }
  return sum / said.length;
}

function placesOf(marks: ArrayLike<number>): number[] {
  return Array.from(marks).flatMap((mark, place) => (mark === 1 ? [place] : []));
}
