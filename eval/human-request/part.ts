import { readTextModel, type TextModel } from '../../core/learning/text-model.ts';
import { loadPerceptionModels } from '../../server/models.ts';
import { rowsOf } from '../data/folder.ts';
import { type HumanRequestRow, humanRequestRows, measureHumanRequest } from '../human-request.ts';
import { type EvalPart, type EvalRun, percent } from '../part.ts';
import { trainShippedHumanRequest } from './shipped.ts';

/**
 * The wish for a person, by rules and the learned opinion: on `human_request` of the test folder, or else on our own
 * rows that neither the rules nor the weights were made with.
 */
export const humanRequestPart: EvalPart = {
  name: 'human_request',
  needsData: true,
  measure(run) {
    const test = run.folders?.test;
    const rows =
      (test === undefined ? null : rowsOf<HumanRequestRow>(test, 'human_request')) ?? unseenRequestRows();
    const { precision, recall } = measureHumanRequest(rows, modelOf(run));
    return { human_request: { precision: percent(precision / 100), recall: percent(recall / 100) } };
  },
};

/** Our own rows of which only figures may be looked at. */
export const unseenRequestRows = (): HumanRequestRow[] => [
  ...humanRequestRows('frozen'),
  ...humanRequestRows('second-author', 'B'),
  ...humanRequestRows('third-author', 'B'),
  ...humanRequestRows('fourth-author', 'B'),
  ...humanRequestRows('fifth-author', 'B'),
  ...humanRequestRows('sixth-author', 'B'),
  ...humanRequestRows('seventh-author', 'B'),
];

function modelOf({ folders, shipped, say }: EvalRun): TextModel | undefined {
  if (shipped || folders === undefined)
    return loadPerceptionModels((file, error) => say(`${file}: ${String(error)}`)).humanRequest;
  const [weights] = trainShippedHumanRequest(folders.train);
  return readTextModel(weights);
}
