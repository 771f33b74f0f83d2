import type { EvalPart } from '../part.ts';
import { measureHelpdesk } from './helpdesk.ts';
import { measureOwn } from './own.ts';
import { measureSessions } from './session.ts';
import { loadSatisfactionModel } from './shipped-model.ts';

/** Satisfaction and "solved or not": public sets by what is learned from them, own dialogues by the rules, and with what ships. */
export const satisfactionPart: EvalPart = {
  name: 'satisfaction',
  needsData: true,
  measure(run) {
    const shipped = loadSatisfactionModel((file, error) => run.say(`${file}: ${(error as Error).message}`));
    return {
      ...measureHelpdesk(run, shipped),
      ...measureSessions(run),
      ...measureOwn(null, 'rules'),
      ...(shipped ? measureOwn(shipped, 'weights') : {}),
    };
  },
};
