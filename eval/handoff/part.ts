import { areaUnderCurve, macroF1, precisionRecall } from '../../core/learning/measures.ts';
import { splitOf } from '../data/folder.ts';
import { type EvalPart, type EvalRun, type Figures, percent } from '../part.ts';
import { type Dialogue, domainOf } from './dialogue.ts';
import { goldenTransfer } from './golden-transfer.ts';
import { learnHandoff } from './model.ts';

/** When a conversation should have gone to a person, on the public sets; beside it whoever never and always says so. */
export const handoffParts: readonly EvalPart[] = [
  part('handoff_mhch', (dialogue) => `handoff_mhch.${domainOf(dialogue)}`),
  part('handoff_satisf_makeup2', () => 'handoff_satisf_makeup2'),
];

function part(name: string, rowOf: (dialogue: Dialogue) => string): EvalPart {
  return { name, needsData: true, measure: (run) => measureSet(run, name, rowOf) };
}

function measureSet(
  { folders, shipped, say }: EvalRun,
  name: string,
  rowOf: (dialogue: Dialogue) => string,
): Record<string, Figures> {
  if (shipped) {
    // Words are numbers here that no product knows: its weights judge the shape of a conversation, not utterances.
    say(`${name}: nothing that ships judges single utterances`);
    return {};
  }
  const split = folders && splitOf<Dialogue>(folders, name);
  if (!split) return {};
  say(`${name}: learning from ${split.train.length} dialogues`);
  const { probabilities, threshold } = learnHandoff(split.train);
  const said = split.test.map((dialogue) => ({ dialogue, likely: probabilities(dialogue) }));
  const rows: Record<string, Figures> = {};
  for (const row of [...new Set(split.test.map(rowOf))].sort()) {
    const own = said.filter(({ dialogue }) => rowOf(dialogue) === row);
    rows[row] = figuresOf(own, threshold);
    const constant = (likely: number) =>
      own.map(({ dialogue }) => ({ dialogue, likely: dialogue.turns.map(() => likely) }));
    rows[`${row}.never`] = figuresOf(constant(0), threshold);
    rows[`${row}.always`] = figuresOf(constant(1), threshold);
  }
  return rows;
}

interface Said {
  readonly dialogue: Dialogue;
  readonly likely: readonly number[];
}

function figuresOf(said: readonly Said[], threshold: number): Figures {
  const marks = said.map(({ likely }) => likely.map((probability) => (probability >= threshold ? 1 : 0)));
  const right = said.flatMap(({ dialogue }) => dialogue.turns.map(({ y }): number => y));
  const flat = marks.flat();
  const transfer = (tolerance: number) =>
    said.reduce(
      (sum, { dialogue }, n) =>
        sum +
        goldenTransfer(
          dialogue.turns.map(({ y }) => y),
          marks[n]!,
          tolerance,
        ),
      0,
    ) / Math.max(1, said.length);
  return {
    f1: percent(precisionRecall(right, flat).f1),
    macroF1: percent(macroF1(right, flat, 2)),
    auc: percent(
      areaUnderCurve(
        right,
        said.flatMap(({ likely }) => likely),
      ),
    ),
    gt1: percent(transfer(1)),
    gt2: percent(transfer(2)),
    gt3: percent(transfer(3)),
  };
}
