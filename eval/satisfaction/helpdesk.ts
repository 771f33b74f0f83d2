import { accuracy, areaUnderCurve, pearson } from '../../core/learning/measures.ts';
import { type DialogueTurn, mergedTurns } from '../../core/perception/dialogue-structure.ts';
import { perceive } from '../../core/perception/perceive.ts';
import { estimateSatisfaction, type HeardDialogue } from '../../core/perception/satisfaction.ts';
import { judgeDialogue, type SatisfactionModel } from '../../core/perception/satisfaction-model.ts';
import { type DataFolders, rowsOf, splitOf } from '../data/folder.ts';
import { type EvalRun, type Figures, percent } from '../part.ts';
import { type FeelingRow, type HelpdeskRow, trainSatisfaction, turnsOf } from './train.ts';

/** 2 to the power of so many indices for each view; what ships has half of them, so that the file stays small. */
export const helpdeskBits = 16;
export const shippedBits = 15;

/** As the product hears it: with the moods that the rules perceive, and without what an assistant decided. */
const heard = (turns: readonly DialogueTurn[]): HeardDialogue => ({
  language: 'zh',
  rating: null,
  disposition: null,
  messages: turns.map(({ by, text }) =>
    by === 'contact'
      ? { by, text, perception: perceive(text, { fallbackLanguage: 'zh' }) }
      : { by: 'assistant', text },
  ),
});

/** What the product makes of it, by rules and, where given, by the weights as far as it believes them. */
function productFigures(
  model: SatisfactionModel | null,
  rows: readonly HelpdeskRow[],
  part: (turns: readonly DialogueTurn[]) => readonly DialogueTurn[],
): Figures {
  const told = rows.map((row) => estimateSatisfaction(heard(part(mergedTurns(turnsOf(row)))), model));
  return {
    satisfactionPearson: percent(
      pearson(
        told.map(({ satisfaction }) => satisfaction),
        rows.map(({ quality }) => quality.S.mean),
      ),
    ),
    unsolvedAuc: percent(
      areaUnderCurve(
        rows.map(isUnsolved),
        told.map(({ solved }) => -solved),
      ),
    ),
    solvedAccuracy: percent(
      accuracy(
        rows.map((row) => 1 - isUnsolved(row)),
        told.map(({ solved }) => (solved >= 0.5 ? 1 : 0)),
      ),
    ),
  };
}

const isUnsolved = ({ quality }: HelpdeskRow): number => (quality.A.mean < 0 ? 1 : 0);

/**
 * Satisfaction of whole dialogues (Pearson with the mean of the readers, × 100), and "not solved" (area under the
 * curve; not solved is an accomplishment whose mean is below zero). Also after half of the turns, which is what the
 * product has while a conversation goes on; and what the product makes of both, which believes rules and weights.
 */
export function measureHelpdesk(run: EvalRun, shipped: SatisfactionModel | null): Record<string, Figures> {
  const split = run.folders && splitOf<HelpdeskRow>(run.folders, 'helpdesk_stc3_cn');
  if (!split || (run.shipped && !shipped)) return {};
  const model =
    run.shipped && shipped
      ? shipped
      : trainSatisfaction(split.train, feelingRowsOf(run.folders!), helpdeskBits, run.say);
  const half = (turns: readonly DialogueTurn[]) => turns.slice(0, Math.ceil(turns.length / 2));
  return {
    helpdesk_stc3_cn: figuresOf(model, split.test, (turns) => turns),
    'helpdesk_stc3_cn.halfway': figuresOf(model, split.test, half),
    'helpdesk_stc3_cn.rules': productFigures(null, split.test, (turns) => turns),
    'helpdesk_stc3_cn.rules.halfway': productFigures(null, split.test, half),
    'helpdesk_stc3_cn.product': productFigures(model, split.test, (turns) => turns),
    'helpdesk_stc3_cn.product.halfway': productFigures(model, split.test, half),
  };
}

function figuresOf(
  model: SatisfactionModel,
  rows: readonly HelpdeskRow[],
  part: (turns: readonly DialogueTurn[]) => readonly DialogueTurn[],
): Figures {
  const judged = rows.map((row) => judgeDialogue(model, part(mergedTurns(turnsOf(row)))));
  return {
    satisfactionPearson: percent(
      pearson(
        judged.map(({ satisfaction }) => satisfaction),
        rows.map(({ quality }) => quality.S.mean),
      ),
    ),
    unsolvedAuc: percent(
      areaUnderCurve(
        rows.map(isUnsolved),
        judged.map(({ solved }) => -solved),
      ),
    ),
  };
}

/** Texts with feelings, from the training folder alone; none where it has no such file. */
export function feelingRowsOf({ train, test }: DataFolders) {
  const rows = (name: string) =>
    (test === undefined ? splitOf<FeelingRow>({ train }, name)?.train : rowsOf<FeelingRow>(train, name)) ??
    [];
  return { emotion: rows('emotion_ewect'), polarity: rows('sentiment_shopping') };
}
