import type { Columns, Weights } from '../../core/learning/weights-file.ts';
import { satisfactionWeights } from '../../core/perception/satisfaction-weights.ts';
import { rowsOf } from '../data/folder.ts';
import { shippedBits } from './helpdesk.ts';
import { type FeelingRow, type HelpdeskRow, trainSatisfaction } from './train.ts';

/** The weights that ship: the evaluated model, learned from every row of the folder. */
export function trainShippedSatisfaction(folder: string): [weights: Weights, columns: Columns] {
  const rows = rowsOf<HelpdeskRow>(folder, 'helpdesk_stc3_cn');
  if (!rows) throw new Error(`${folder} has no helpdesk_stc3_cn.jsonl.gz.`);
  const feelings = {
    emotion: rowsOf<FeelingRow>(folder, 'emotion_ewect') ?? [],
    polarity: rowsOf<FeelingRow>(folder, 'sentiment_shopping') ?? [],
  };
  const model = trainSatisfaction(rows, feelings, shippedBits, (line) => console.error(line));
  const { weights, columns } = satisfactionWeights(model, `1-${rows.length}`);
  return [weights, columns];
}
