import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from '../core/knowledge/index.ts';
import { cutIntoPassages } from '../core/knowledge/passages.ts';
import { createRerank } from '../core/knowledge/rerank.ts';
import type { Segment } from '../core/knowledge/terms-of-text.ts';
import type { Article } from '../core/terms/article.ts';
import type { FiledCards } from '../server/cards/card-file.ts';
import { createCardStore } from '../server/cards/card-store.ts';
import { takeIn } from '../server/knowledge-base.ts';
import { loadPairModel } from '../server/models.ts';
import { quantile, rounded } from './figures.ts';
import { knowledgeArticles, questionsFor } from './knowledge-articles.ts';

const scope = { languages: ['zh'], at: Date.now(), audience: 'everyone', inboxId: 'web' } as const;
/** Every so many-th article is asked about. */
const askedShare = 40;
/** Made at once, so that making them is not measured. */
const bundle = 2_000;

/**
 * One index that grows through the given numbers of passages, with the learned order as the server has it: what it
 * costs and how fast it answers at each.
 */
export async function knowledgeFigures(sizes: readonly number[], say: (line: string) => void) {
  const segment = createSegmenter();
  const model = loadPairModel((file, error) => say(`${file}: ${String(error)}`));
  const index = createKnowledgeIndex(segment, model && createRerank(model, segment));
  const articles = knowledgeArticles();
  const asked: Article[] = [];
  const figures: Record<string, unknown> = {};
  const before = memory();
  const total = { articles: 0, passages: 0, characters: 0, ms: 0, cpuMs: 0, stallMs: 0 };
  for (const size of sizes.toSorted((one, other) => one - other)) {
    say(`${size} passages …`);
    while (total.passages < size) {
      const next: Article[] = [];
      while (next.length < bundle && total.passages < size) {
        const { value: article } = articles.next();
        for (const { text } of cutIntoPassages(article)) {
          total.passages++;
          total.characters += text.length;
        }
        if (total.articles++ % askedShare === 0) asked.push(article);
        next.push(article);
      }
      await timed(
        () =>
          takeIn(
            index,
            next.map((one) => ({ articleId: one.id, editions: [one] })),
          ),
        total,
      );
    }
    const after = memory();
    figures[`passages${size}`] = {
      articles: total.articles,
      passages: total.passages,
      charactersPerPassage: rounded(total.characters / total.passages, 0),
      buildSeconds: rounded(total.ms / 1000),
      buildCpuSeconds: rounded(total.cpuMs / 1000),
      longestStallMs: rounded(total.stallMs),
      heapMB: rounded((after.heapUsed - before.heapUsed) / 1e6, 0),
      arraysMB: rounded((after.arrayBuffers - before.arrayBuffers) / 1e6, 0),
      searchMs: searches(index, asked),
      titleFindsItsArticle: titlesFound(index, asked),
      publishMs: publishing(index, asked),
      restart: await restarting(index, total.articles, segment),
    };
    say(JSON.stringify(figures[`passages${size}`]));
  }
  return figures;
}

/** What a start costs where the one before kept what it read, as processor seconds; without what the database does. */
async function restarting(index: KnowledgeIndex, count: number, segment: Segment) {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  const costs = { articles: 0, passages: 0, characters: 0, ms: 0, cpuMs: 0, stallMs: 0 };
  const since = async (work: () => Promise<void>) => {
    const before = costs.cpuMs;
    await timed(work, costs);
    return rounded((costs.cpuMs - before) / 1000);
  };
  try {
    const store = createCardStore(folder, (error) => {
      throw error;
    });
    const writeSeconds = await since(() => store.write({}, index.cards, () => false));
    const longestStallMs = rounded(costs.stallMs);
    let filed: FiledCards | undefined;
    const readSeconds = await since(async () => {
      filed = await store.read({});
    });
    const again = createKnowledgeIndex(segment, undefined, { kept: filed });
    const articles = knowledgeArticles();
    let buildSeconds = 0;
    for (let made = 0; made < count; made += bundle) {
      const next = Array.from({ length: Math.min(bundle, count - made) }, () => articles.next().value!);
      buildSeconds += await since(() =>
        takeIn(
          again,
          next.map((one) => ({ articleId: one.id, editions: [one] })),
        ),
      );
    }
    const [name] = await readdir(folder);
    return {
      readAnew: again.cards.readAnew,
      fileMB: rounded((await stat(join(folder, name!))).size / 1e6, 0),
      writeSeconds,
      longestStallMs,
      readSeconds,
      buildSeconds: rounded(buildSeconds),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>, total: { ms: number; cpuMs: number; stallMs: number }) {
  // What is left of making the articles must not count as a stall.
  await new Promise((resume) => setImmediate(resume));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  total.ms += performance.now() - startedAt;
  total.cpuMs += (user + system) / 1000;
  delay.disable();
  total.stallMs = Math.max(total.stallMs, delay.max / 1e6);
}

/** Each question once; the same once more gives the times without what the machine did for others meanwhile. */
function searches(index: KnowledgeIndex, asked: readonly Article[]) {
  return Object.fromEntries(
    Object.entries(questionsFor(asked)).map(([kind, texts]) => {
      for (const text of texts.slice(0, 50)) index.search(text, scope);
      const first: number[] = [];
      const quickest: number[] = [];
      const cpu = process.cpuUsage();
      for (const text of texts) {
        const times = [1, 2, 3].map(() => took(() => index.search(text, scope)));
        first.push(times[0]!);
        quickest.push(Math.min(...times));
      }
      const { user, system } = process.cpuUsage(cpu);
      const p = (times: number[], share: number) => rounded(quantile(times, share), 3);
      return [
        kind,
        {
          p50: p(first, 0.5),
          p99: p(first, 0.99),
          quickestP50: p(quickest, 0.5),
          quickestP99: p(quickest, 0.99),
          cpu: rounded((user + system) / 1000 / texts.length / 3, 3),
        },
      ];
    }),
  );
}

/** Share of articles that stand first when their own title is asked. */
function titlesFound(index: KnowledgeIndex, asked: readonly Article[]): number {
  const some = asked.filter((_, place) => place % Math.ceil(asked.length / 400) === 0);
  const right = some.filter(({ id, title }) => index.search(title, scope)[0]?.passage.articleId === id);
  return rounded(right.length / some.length, 3);
}

/** From the call that publishes until the search that finds it, in this process. */
function publishing(index: KnowledgeIndex, asked: readonly Article[]) {
  const times = asked.slice(0, 200).map((article, place) =>
    took(() => {
      index.set('published', [
        { ...article, id: 'published', version: place + 1, title: `紫外蓝烟怎么办 ${place}` },
      ]);
      const [best] = index.search(`紫外蓝烟怎么办 ${place}`, scope);
      if (best?.passage.articleVersion !== place + 1) throw new Error('what was published is not found');
    }),
  );
  index.remove('published');
  return { p50: rounded(quantile(times, 0.5), 2), longest: rounded(Math.max(...times), 2) };
}

function took(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function memory() {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage();
}
