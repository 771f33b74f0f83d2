import type { DisputedModel, Judgement } from '../../../../core/protocol/understanding.ts';
import type { Bilingual } from '../../../../core/terms/language.ts';
import { asksForPerson } from '../../../../core/terms/taught.ts';
import { judgingText } from '../../../../core/text/console-judging.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';

/** What stands beside a label: how strong, how sure; empty where nothing was said of it. */
export function shareWords(
  { label, share }: Judgement,
  model: DisputedModel,
  t: (entry: Bilingual) => string,
): string {
  if (model === 'handoff' && share === null)
    return t(label === 'human' ? judgingText.heard : judgingText.unheard);
  if (model === 'wish')
    return share === null
      ? t(label === asksForPerson ? judgingText.heard : judgingText.unheard)
      : fill(t(judgingText.opinionShare), { share: asPercent(share) });
  // Of a risk nothing is said but its name; of calm there is no strength.
  if (share === null || (model === 'emotion' && label === 'neutral') || model === 'risk') return '';
  const words = { intent: judgingText.certainty, emotion: judgingText.strength, handoff: judgingText.needed };
  return fill(t(words[model]), { share: asPercent(share) });
}
