import { loadSatisfactionModel } from '../../server/models.ts';
import type { EvalPart, EvalRun } from '../part.ts';
import { measureHelpdesk } from './helpdesk.ts';
import { measureOwn } from './own.ts';
import { measureSessions } from './session.ts';

const shippedModel = ({ say }: EvalRun) =>
  loadSatisfactionModel((file, error) => say(`${file}: ${(error as Error).message}`)) ?? null;

/** Satisfaction and "solved or not": public sets by what is learned from them, own dialogues by rules and what ships. */
export const satisfactionParts: readonly EvalPart[] = [
  { name: 'helpdesk_stc3_cn', needsData: true, measure: (run) => measureHelpdesk(run, shippedModel(run)) },
  { name: 'satisfaction_ssa', needsData: true, measure: measureSessions },
  {
    name: 'satisfaction_own',
    needsData: true,
    measure(run) {
      const shipped = shippedModel(run);
      return { ...measureOwn(null, 'rules'), ...(shipped ? measureOwn(shipped, 'weights') : {}) };
    },
  },
];
