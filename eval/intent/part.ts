import type { EvalPart } from '../part.ts';
import { measureChinese, measureEnglish, measureFewShot } from './measure-intents.ts';

const part = (name: string, measure: EvalPart['measure']): EvalPart => ({
  name,
  needsData: true,
  measure(run) {
    if (!run.shipped) return measure(run);
    // What a house is asked about is its own: intents are learned from its articles and examples.
    run.say(`${name}: no intents ship`);
    return {};
  },
});

/** What a message asks, on the public sets. */
export const intentParts: readonly EvalPart[] = [
  part('intent_en', measureEnglish),
  part('intent_zh', measureChinese),
  part('intent_fewshot', measureFewShot),
];
