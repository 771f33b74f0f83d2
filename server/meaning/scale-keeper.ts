import type { MeaningScale } from '../../core/knowledge/meaning-scale.ts';
import type { MeaningShelf } from '../../core/knowledge/meaning-shelf.ts';
import { createBreather } from '../breather.ts';

/** So many question lines say what cosines mean here. */
const mostLines = 300;
/** Measured again when so much more or less is held than the last time. */
const changedShare = 0.2;
const seed = 7300;

/** Keeps the scale of a shelf in step with what it holds, in small steps beside everything else. */
export function createScaleKeeper(signal: AbortSignal) {
  let measured: { readonly shelf: MeaningShelf; readonly there: number } | undefined;
  let measuring = false;

  async function measure(shelf: MeaningShelf): Promise<void> {
    const breathe = createBreather();
    const steps = shelf.measure(mostLines, seed);
    for (let step = steps.next(); !signal.aborted; step = steps.next()) {
      if (step.done) {
        shelf.scale = step.value;
        return;
      }
      await breathe();
    }
  }

  return {
    /** Begins to measure where it is time to. */
    follow(shelf: MeaningShelf): void {
      const { there } = shelf.counts;
      const isNew = measured?.shelf !== shelf;
      const change = Math.abs(there - (isNew ? 0 : measured!.there));
      if (measuring || there === 0 || change < there * changedShare) return;
      measuring = true;
      measured = { shelf, there };
      void measure(shelf).finally(() => {
        measuring = false;
      });
    },
  };
}

/** The scale of a shelf, measured without a pause: for whoever serves nobody meanwhile. */
export function scaleOf(shelf: MeaningShelf): MeaningScale {
  const steps = shelf.measure(mostLines, seed);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
