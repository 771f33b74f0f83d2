import type { ModelVersion } from '../../../../core/protocol/understanding.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { versionsText } from '../../../../core/text/console-versions.ts';
import { fill } from '../../../../core/text/fill.ts';

/** A share as a percentage with one decimal: versions differ by little. */
export const asShare = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** What came of a version on the frozen set, and why it is in force or not, in one sentence. */
export function outcomeSentence(
  { figures, before, standing }: Pick<ModelVersion, 'figures' | 'before' | 'standing'>,
  language: Language,
): string {
  const { heldBackWon, heldBackLost } = figures;
  if (standing === 'refused' && figures.isChance === 1)
    return fill(versionsText.orderByChance[language], { won: heldBackWon ?? 0, lost: heldBackLost ?? 0 });
  if (figures.hitsAt1 !== undefined)
    return orderSentence(before.hitsAt1 ?? 0, figures.hitsAt1, standing, language);
  const [was, is] = [before.macroF1, figures.macroF1];
  if (is === undefined) return versionsText.noFigures[language];
  if (was === undefined) return versionsText.first[language];
  const [commonBefore = 0, common = 0] = [before.commonMacroF1, figures.commonMacroF1];
  if (standing === 'refused' && is >= was && common < commonBefore)
    return fill(versionsText.worseCommon[language], {
      before: asShare(commonBefore),
      after: asShare(common),
    });
  const [shownBefore, shownAfter] = [asShare(was), asShare(is)];
  const sentence =
    standing === 'refused'
      ? versionsText.worse
      : shownBefore === shownAfter
        ? versionsText.same
        : is > was
          ? versionsText.better
          : versionsText.slightlyWorse;
  return fill(sentence[language], { before: shownBefore, after: shownAfter });
}

function orderSentence(
  was: number,
  is: number,
  standing: ModelVersion['standing'],
  language: Language,
): string {
  const refusal = is < was ? versionsText.orderWorse : versionsText.orderUnsure;
  const success = is > was ? versionsText.orderBetter : versionsText.orderSame;
  const sentence = standing === 'refused' ? refusal : success;
  return fill(sentence[language], { before: asShare(was), after: asShare(is) });
}
