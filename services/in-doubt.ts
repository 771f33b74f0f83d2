import { confidenceInDoubt } from '../core/knowledge/in-doubt.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/**
 * The same knowledge, asked with a message of which the reader of intents says how likely it is none of the house's
 * matters. Only what is searched in the message's own words is doubted: together with an earlier question, or read as
 * it may have been meant, they say something else.
 */
export function inDoubt(knowledge: Knowledge, message: string, intent: Perception['intent']): Knowledge {
  const doubt = intent?.outOfScopeProbability;
  if (doubt === undefined) return knowledge;
  return {
    ...knowledge,
    get segment() {
      return knowledge.segment;
    },
    get products() {
      return knowledge.products;
    },
    search(text, options = {}) {
      const found = knowledge.search(text, options);
      // A deep look counts words; nobody is answered by it.
      if (options.closely !== undefined || !message.includes(text)) return found;
      return found.map((one) => ({ ...one, confidence: confidenceInDoubt(one.confidence, doubt) }));
    },
    within: (scope) => inDoubt(knowledge.within(scope), message, intent),
    knowing: (meanings) => inDoubt(knowledge.knowing(meanings), message, intent),
  };
}
