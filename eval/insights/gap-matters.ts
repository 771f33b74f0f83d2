import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { createRandom } from '../../core/chance/random.ts';
import { createQuestionClusters } from '../../core/insights/cluster-questions.ts';
import { mattersNamed, namesOfGaps } from '../../core/insights/gap-names.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { retrieve } from '../../core/knowledge/retrieve.ts';
import type { Segment } from '../../core/knowledge/terms-of-text.ts';
import { loadArticles } from '../../demo/load-articles.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import type { Knowledge } from '../../plugs/knowledge.ts';
import { knowledgeInMemory } from '../../services/knowledge-in-memory.ts';
import { knowsName } from '../../services/knows-name.ts';
import { isCommonWord, questionTerms } from '../../services/question-terms.ts';
import type { Figures } from '../part.ts';
import { gapQuestions } from './gap-questions.ts';

interface Row {
  readonly text: string;
  readonly matter: string;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** What comes first founds the clusters: measured in several orders. */
const orders = [1, 2, 3, 4, 5] as const;

/**
 * The gap list of the demo shop: its Chinese questions, and those about what it does not tell. What its search does not
 * answer is a gap; how many clusters a matter has there, and which share of the questions stands with its like: by
 * likeness alone, and when what names one thing that no article tells of is put together.
 */
export function gapFigures(): Figures {
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment);
  for (const article of loadArticles()) index.add({ ...article, version: 1, status: 'published' });
  const knowledge = knowledgeInMemory(index, segment, () => 0);
  const rows: Row[] = [
    ...loadQuestions().flatMap(({ text, language, relevant }) =>
      language === 'zh' && relevant[0] ? [{ text, matter: relevant[0] }] : [],
    ),
    ...Object.entries(gapQuestions).flatMap(([matter, texts]) => texts.map((text) => ({ text, matter }))),
  ];
  const isGap = new Set(
    rows.filter(
      ({ text }) => retrieve({ index: knowledge, text, language: 'zh' }).decision.kind !== 'answer',
    ),
  );
  const measured = orders.map((seed) => {
    const random = createRandom(seed, 17);
    const ordered = rows
      .map((row) => ({ row, at: random.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ row }) => row);
    return inOrder(ordered, isGap, segment, knowledge);
  });
  const mean = (of: (one: (typeof measured)[number]) => number) =>
    rounded(measured.reduce((sum, one) => sum + of(one), 0) / measured.length);
  return {
    gaps: isGap.size,
    clustersPerMatterByLikeness: mean(({ before }) => before.perMatter),
    purityByLikeness: mean(({ before }) => before.purity),
    clustersPerMatter: mean(({ after }) => after.perMatter),
    purity: mean(({ after }) => after.purity),
  };
}

function inOrder(rows: readonly Row[], isGap: ReadonlySet<Row>, segment: Segment, knowledge: Knowledge) {
  let last = 0;
  const clusters = createQuestionClusters(
    (text) => questionTerms(text, segment),
    () => `c${++last}`,
  );
  const byLikeness = rows.map(({ text }) => clusters.assign(text).id);
  const together = [...byLikeness];
  const asked = rows.map((row) => ({ text: row.text, isBad: isGap.has(row) }));
  const names = [...namesOfGaps(asked, isCommonWord)].filter(([name]) => !knowsName(name, knowledge));
  for (const [place, matter] of mattersNamed(new Map(names)).entries())
    for (const at of matter) together[at] = `matter ${place}`;
  return { before: figuresOf(rows, byLikeness, isGap), after: figuresOf(rows, together, isGap) };
}

function figuresOf(rows: readonly Row[], clusters: readonly string[], isGap: ReadonlySet<Row>) {
  const byMatter = new Map<string, string[]>();
  const byCluster = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, value: string) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for (const [place, row] of rows.entries()) {
    if (!isGap.has(row)) continue;
    put(byMatter, row.matter, clusters[place]!);
    put(byCluster, clusters[place]!, row.matter);
  }
  // A matter that was asked about once is in one cluster anyway.
  const asked = Object.keys(gapQuestions).flatMap((matter) => {
    const own = byMatter.get(matter) ?? [];
    return own.length > 1 ? [new Set(own).size] : [];
  });
  const all = [...byCluster.values()];
  const mostOf = (matters: readonly string[]) =>
    Math.max(...matters.map((one) => matters.filter((other) => other === one).length));
  return {
    perMatter: asked.reduce((sum, count) => sum + count, 0) / asked.length,
    purity:
      (100 * all.reduce((sum, matters) => sum + mostOf(matters), 0)) /
      all.reduce((sum, matters) => sum + matters.length, 0),
  };
}
