import type { ArticleContent, Beside } from '../adapters/store/articles.ts';
import { areInOrder, dateProblems } from '../core/knowledge/date-problems.ts';
import { findPlace } from '../core/knowledge/find-place.ts';
import { editionAt } from '../core/knowledge/in-force.ts';
import type { Candidate } from '../core/knowledge/index.ts';
import { type ArticleMove, moveArticle } from '../core/knowledge/lifecycle.ts';
import type { SoughtWords } from '../core/knowledge/marks-in.ts';
import { cutIntoPassages } from '../core/knowledge/passages.ts';
import type { PublicArticle } from '../core/protocol/articles.ts';
import type { ArticleView } from '../core/protocol/views.ts';
import type { Role } from '../core/terms/actor.ts';
import { holdsAll, searchByHand } from '../services/search-by-hand.ts';
import { Refusal } from './http/refusal.ts';
import type { Plugs } from './plugs.ts';

/** As many articles are found by their text. */
const mostHolding = 60;
/** From this confidence on an article is about the words, though it does not hold them all. */
const isAbout = 0.1;

interface Writer {
  readonly role: Role;
  readonly name: string;
}

/** What people do with articles: every move by the rules, and known to every process and page once it is done. */
export function createArticleDesk(plugs: Plugs) {
  const { articles } = plugs;

  return {
    /** @throws Refusal `bad-input` for a reference to nothing, `article-dates` for dates that are out of order */
    async create(content: ArticleContent, by: Writer): Promise<ArticleView> {
      await refuseStrayReferences(plugs, content);
      if (!areInOrder(content)) throw new Refusal('article-dates', { problems: ['ends-before-it-begins'] });
      const id = `a-${crypto.randomUUID()}`;
      const article = await articles.add({ ...content, id, status: 'draft' }, by.name, plugs.now());
      if (!article) throw new Refusal('conflict');
      await announceArticle(plugs, article);
      return article;
    },
    /**
     * Saves `change` over a version and moves the article where the rules say; `within` in the same transaction.
     *
     * @throws Refusal `not-found`, `forbidden`, `article-move`, `article-dates`, `bad-input`, or `version-conflict` with
     *   the text that a colleague has saved meanwhile
     */
    async move(
      id: string,
      over: number,
      move: ArticleMove,
      by: Writer,
      change: Partial<ArticleContent> = {},
      within?: Beside,
    ): Promise<ArticleView> {
      const at = plugs.now();
      const current = await articles.find(id);
      if (!current) throw new Refusal('not-found');
      const moved = moveArticle(current.status, move, by.role);
      if (moved.kind === 'forbidden') throw new Refusal('forbidden');
      // An overtaken text is told as such, whatever its dates and its state.
      if (current.version !== over) throw new Refusal('version-conflict', { article: current });
      if (moved.kind === 'not-from-here') throw new Refusal('article-move');
      await refuseStrayReferences(plugs, change, id);
      refuseBadDates(current, change, moved.status === 'published', at);
      const result = await articles.save(id, over, { ...change, status: moved.status }, by.name, at, within);
      if (result.kind === 'not-found') throw new Refusal('not-found');
      if (result.kind === 'version-conflict')
        throw new Refusal('version-conflict', { article: result.article });
      await announceArticle(plugs, result.article);
      return result.article;
    },
    /**
     * Published articles that answer to these words, best first, as a customer's question finds them: misspelt, by their
     * sound, by initials, by meaning. What holds all the words comes before what is only about them.
     */
    async answeringTo(words: string): Promise<{ ids: string[]; meant: string | null; sought: SoughtWords }> {
      const { knowledge } = plugs.knowledgeBase;
      const { candidates, meant, sought } = await searchByHand(
        knowledge.within({ audience: 'staff' }),
        words,
        {
          limit: mostHolding,
          understand: plugs.meaning?.understand,
        },
      );
      const isWhole = ({ coverage }: Candidate) => coverage.article > holdsAll;
      const whole = candidates.filter(isWhole);
      const about = candidates.filter((one) => !isWhole(one) && one.confidence >= isAbout);
      return {
        ids: [...new Set([...whole, ...about].map(({ passage }) => passage.articleId))],
        meant,
        sought,
      };
    },
    /**
     * What customers may read of it now.
     *
     * @throws Refusal `article-gone` where they once could, `not-found` where they never could
     */
    async readPublic(
      id: string,
      asked: { readonly version?: number | undefined; readonly passage?: number | undefined },
    ): Promise<PublicArticle> {
      const at = plugs.now();
      const inForce = editionAt(await articles.editions(id), at);
      if (inForce === undefined || inForce.audience === 'staff')
        throw new Refusal((await articles.wasPublic(id)) ? 'article-gone' : 'not-found');
      const { language, title, body, topic, version, effectiveFrom, expiresAt, updatedAt } = inForce;
      const place = await placeOf(inForce, asked);
      return {
        id,
        language,
        title,
        body,
        topic,
        version,
        updatedAt: Math.max(updatedAt, effectiveFrom ?? 0),
        effectiveFrom: effectiveFrom ?? null,
        expiresAt: expiresAt ?? null,
        ...(place ? { place } : {}),
      };
    },
  };

  /** Where a cited passage stands now. Of an internal version or a draft, which no customer was told, nothing is said. */
  async function placeOf(
    now: ArticleView,
    { version, passage }: { readonly version?: number | undefined; readonly passage?: number | undefined },
  ): Promise<PublicArticle['place']> {
    if (version === undefined || passage === undefined) return undefined;
    const cited = version === now.version ? now : await articles.version(now.id, version);
    if (!cited || cited.audience === 'staff') return undefined;
    if (cited.status !== 'published' && cited.status !== 'expired') return undefined;
    return findPlace(cutIntoPassages(cited), passage, cutIntoPassages(now));
  }
}

/** An article was written: findable here when this resolves, elsewhere a moment later, and every page hears of it. */
export async function announceArticle(
  plugs: Plugs,
  { id, status }: Pick<ArticleView, 'id' | 'status'>,
): Promise<void> {
  plugs.bus.publish({ type: 'knowledge' });
  await plugs.knowledgeBase.follow();
  plugs.hub.tellDesks({ type: 'knowledge', articleId: id, status });
}

/** Marks what time has ended, and tells of it. Any process may, as often as it likes. */
export async function endWhatIsOver(plugs: Plugs): Promise<void> {
  for (const article of await plugs.articles.endEditions(plugs.now())) await announceArticle(plugs, article);
}

function refuseBadDates(
  current: ArticleView,
  change: Partial<ArticleContent>,
  isToAnswer: boolean,
  at: number,
): void {
  const wanted = {
    effectiveFrom:
      change.effectiveFrom === undefined ? (current.effectiveFrom ?? null) : change.effectiveFrom,
    expiresAt: change.expiresAt === undefined ? (current.expiresAt ?? null) : change.expiresAt,
  };
  const wrong = isToAnswer
    ? dateProblems(wanted, current.editions, at).filter(({ isError }) => isError)
    : areInOrder(wanted)
      ? []
      : [{ code: 'ends-before-it-begins' }];
  if (wrong.length > 0) throw new Refusal('article-dates', { problems: wrong.map(({ code }) => code) });
}

/** An inbox, owner or translation that does not exist would narrow the article to nobody without anybody seeing it. */
async function refuseStrayReferences(
  plugs: Plugs,
  change: Partial<ArticleContent>,
  id?: string,
): Promise<void> {
  const stray = (field: string) => new Refusal('bad-input', { field });
  if (change.inboxIds?.length) {
    const known = new Set((await plugs.inboxes.list()).map((inbox) => inbox.id));
    if (change.inboxIds.some((inboxId) => !known.has(inboxId))) throw stray('inboxIds');
  }
  if (change.ownerId && !(await plugs.agents.byId(change.ownerId))) throw stray('ownerId');
  if (change.translationOf === undefined) return;
  if (change.translationOf === id || !(await plugs.articles.find(change.translationOf)))
    throw stray('translationOf');
}
