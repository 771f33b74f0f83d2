import type { Pool } from 'pg';
import { createArticles } from '../adapters/store/articles.ts';
import { createDictionary } from '../adapters/store/dictionary.ts';
import { createJudgedQuestions } from '../adapters/store/judged-questions.ts';
import { createModelVersions } from '../adapters/store/model-versions.ts';
import { fewestJudged, fitConfidence, type JudgedConfidence } from '../core/knowledge/fit-confidence.ts';
import { readAdjustment, withConfidence } from '../core/knowledge/order-adjustment.ts';
import { isFrozen } from '../core/learning/frozen-set.ts';
import { decodeWeights, encodeWeights } from '../core/learning/weights-file.ts';
import { createKnowledgeBase } from '../server/knowledge-base.ts';
import { loadPairModel } from '../server/models.ts';
import { withDatabase } from './with-database.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/**
 * `fit-confidence [--check]`: fits how sure a search may call itself from the questions that people judged, and puts it in
 * force as a version of the order if the frozen ones say that it is not worse; with `--check` it only tells. Resolves to
 * the exit code: 0 where a version was stored or would be, 1 where there are too few questions or it would be refused.
 */
export async function fitConfidenceCommand(
  parts: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const unknown = parts.find((part) => part !== '--check');
  if (unknown !== undefined) {
    console.error(`There is no option ${unknown}; --check only looks and changes nothing.`);
    return 1;
  }
  return withDatabase(environment, (pool) => fit(pool, parts.includes('--check')));
}

async function fit(pool: Pool, isCheck: boolean): Promise<number> {
  const versions = createModelVersions(pool);
  const over = (await versions.standings()).find(({ model }) => model === 'retrieval')?.inForce ?? 0;
  const bytes = over === 0 ? undefined : await versions.weights('retrieval', over);
  const weights = bytes && decodeWeights(bytes);
  const order = weights && readAdjustment(weights);
  const base = await createKnowledgeBase(createArticles(pool), {
    pairModel: loadPairModel((file, error) => console.error(`! ${file}:`, error)),
    // How it is read now must not come twice: the fit is from what the search says by itself.
    adjustment: () => order && { ...order, confidence: undefined },
    dictionary: createDictionary(pool),
  });
  const rows: JudgedConfidence[] = [];
  for (const { text, language, articleId } of await createJudgedQuestions(pool).list()) {
    const [first] = base.knowledge.search(text, { languages: [language], limit: 1 });
    if (!first) continue;
    const isRight = articleId !== null && first.passage.articleId === articleId;
    rows.push({ confidence: first.confidence, isRight, isFrozen: isFrozen(text) });
  }
  await base.close();

  const { learned, frozen, fitted } = fitConfidence(rows, order?.confidence);
  if (!fitted) {
    console.error(
      `判过的问题还不够：参与学习 ${learned} 个（至少 ${fewestJudged.learned}），考题 ${frozen} 个（至少 ${fewestJudged.frozen}），且要有对有错。` +
        `Too few judged questions: ${learned} to learn from (${fewestJudged.learned} at least) and ${frozen} held back (${fewestJudged.frozen}), some right and some wrong.`,
    );
    return 1;
  }
  const { platt, before, after, isWorse } = fitted;
  console.log(
    `考题 ${frozen} 个：把握偏差 ${percent(before.calibrationError)} → ${percent(after.calibrationError)}，均方误差 ${before.squaredError.toFixed(4)} → ${after.squaredError.toFixed(4)}。` +
      `On ${frozen} held-back questions the calibration error goes from ${percent(before.calibrationError)} to ${percent(after.calibrationError)}.`,
  );
  if (!isCheck) {
    const at = Date.now();
    const made = withConfidence(weights, platt, `confidence-${new Date(at).toISOString()}`);
    const number = await versions.store(
      'retrieval',
      {
        trainedAt: at,
        author: null,
        examples: learned,
        frozen,
        figures: { calibrationError: after.calibrationError, squaredError: after.squaredError },
        before: { calibrationError: before.calibrationError, squaredError: before.squaredError },
        isRefused: isWorse,
        weights: encodeWeights(made.weights, made.columns),
      },
      over,
    );
    console.log(
      isWorse
        ? `✗ 第 ${number} 版在考题上更差，没有启用。Version ${number} is worse on the held-back questions and was refused.`
        : `✓ 第 ${number} 版已启用，可在「理解 › 版本」里退回。Version ${number} is in force; take it back under Understanding › Versions.`,
    );
  }
  return isWorse ? 1 : 0;
}
