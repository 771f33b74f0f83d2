import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracy, areaUnderCurve } from '../../core/learning/measures.ts';
import { perceive } from '../../core/perception/perceive.ts';
import { estimateSatisfaction, type HeardDialogue } from '../../core/perception/satisfaction.ts';
import type { SatisfactionModel } from '../../core/perception/satisfaction-model.ts';
import type { Language } from '../../core/terms/language.ts';
import { type Figures, percent } from '../part.ts';

/** A short conversation written for this project. What is tuned looks at `dev` only. */
export interface OwnDialogue {
  readonly id: string;
  readonly half: 'dev' | 'frozen';
  readonly language: Language;
  readonly solved: boolean;
  readonly satisfaction: 'low' | 'mid' | 'high';
  readonly turns: readonly { readonly by: 'contact' | 'assistant'; readonly text: string }[];
}

export const ownDialogues = (): OwnDialogue[] =>
  readFileSync(join(import.meta.dirname, 'own-dialogues.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OwnDialogue);

/** As the product hears it; what the assistant decided at each turn is not told here. */
export const heardOwn = ({ language, turns }: OwnDialogue): HeardDialogue => ({
  language,
  rating: null,
  disposition: null,
  messages: turns.map(({ by, text }) =>
    by === 'contact'
      ? { by, text, perception: perceive(text, { fallbackLanguage: language }) }
      : { by, text },
  ),
});

const level = { low: 0, mid: 0.5, high: 1 };

/** "Solved or not" and satisfaction on the project's own dialogues, by half and language. */
export function measureOwn(
  model: SatisfactionModel | null,
  by: 'rules' | 'weights',
): Record<string, Figures> {
  const figures: Record<string, Figures> = {};
  for (const half of ['dev', 'frozen'] as const)
    for (const language of ['zh', 'en'] as const) {
      const rows = ownDialogues().filter((row) => row.half === half && row.language === language);
      const told = rows.map((row) => estimateSatisfaction(heardOwn(row), model));
      const right = rows.map(({ solved }) => (solved ? 1 : 0));
      figures[`satisfaction_own.${by}.${half}.${language}`] = {
        solvedAccuracy: percent(
          accuracy(
            right,
            told.map(({ solved }) => (solved >= 0.5 ? 1 : 0)),
          ),
        ),
        solvedAuc: percent(
          areaUnderCurve(
            right,
            told.map(({ solved }) => solved),
          ),
        ),
        satisfactionError: percent(
          rows.reduce((sum, row, n) => sum + Math.abs(told[n]!.satisfaction - level[row.satisfaction]), 0) /
            rows.length,
        ),
      };
    }
  return figures;
}
