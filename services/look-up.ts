import { toldIn } from '../core/conversation/apply-event.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { Candidate } from '../core/knowledge/index.ts';
import { isOfAnother, modelsIn } from '../core/knowledge/models.ts';
import { retrieve } from '../core/knowledge/retrieve.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** What the knowledge base has on a question. */
export interface Lookup {
  /** What was looked up: the customer's words, with the earlier question where they lean on it. */
  readonly question: string;
  readonly verdict: 'answer' | 'clarify' | 'unknown';
  readonly confidence: number;
  readonly candidates: readonly Candidate[];
  /** The one decided on, or those to choose from. */
  readonly chosen: readonly Candidate[];
}

/** What of a conversation a look-up leans on. */
export type Before = Pick<ConversationState, 'questions' | 'answered' | 'told' | 'choices'>;

/** A question this short may lean on the one before: 「多久到?」, "how long does it take?". */
const longestLeaning = { han: 12, words: 6 } as const;
/**
 * Share of the earlier and of the new words that an article must hold for both to be about it; of the new words less
 * where it was not told yet. Tried on follow-ups to the demo's questions.
 */
const sharedWithEarlier = 0.3;
const sharedWithTold = 0.2;
const sharedWithNew = 0.15;
/** From here on a few words need nothing to lean on. */
const certain = 0.9;
/** From here on what the new words lead to by themselves is worth asking about. */
const likely = 0.3;
/** From here on both words together are an answer, if the new ones by themselves lead to the same article. */
const agreed = 0.5;
/** The question before the last may still be the matter: 「急死了怎么办」 stood between. */
const mostEarlier = 2;
/** As deep as the article may stand among all that hold some of the new words; and so many are looked at for it. */
const deepest = 200;
/**
 * Share of the line that was found which few words must hold to stand for themselves: 「能烘干吗」 is less than half of
 * 「棉睡袋能烘干吗」, which names a thing that nobody mentioned. With less than the last share they are no answer at all.
 */
const ownLine = { answer: 0.6, clarify: 0.4, least: 0.2 } as const;
/** Of the earlier words, an article that is only asked back about must hold so much, of the new ones so much, and so much more than the first. */
const sharedWithBoth = { earlier: 0.3, fresh: 0.6, more: 0.1 } as const;

/** Looks a question up by itself, and where that gives no answer, together with one of the questions before it. */
export function lookUp(before: Before, text: string, language: Language, knowledge: Knowledge): Lookup {
  const alone = lookUpOne(text, language, knowledge);
  const isCertain = alone.verdict === 'answer' && alone.confidence >= certain && !isForeign(alone, language);
  if (isCertain || !mayLean(text)) return alone;
  const compared = lookUpCompared(before, text, language, knowledge);
  if (compared) return compared;
  for (const earlier of before.questions.slice(-mostEarlier).reverse()) {
    const leaning =
      lookUpSwapped(before, earlier, text, language, knowledge) ??
      lookUpTogether(before, earlier, text, alone, language, knowledge);
    if (leaning) return leaning;
  }
  // In the middle of a talk words that are a tenth of what they lead to mean something else.
  const isStray = before.questions.length > 0 && alone.verdict === 'answer' && lineOf(alone) < ownLine.least;
  return isStray ? { ...alone, verdict: 'clarify' } : alone;
}

/** 「两个差多少」, "which one is lighter": sets two things side by side, which were asked about before. */
const compares =
  /(?:^|这|那|它们?|他们|哪)(?:两|俩)[个款种只件条]?|哪[个款种](?:更|比较|好|轻|重|大|小|便宜|贵|暖|适合)|(?:区别|差别|不一样|差多少|对比)|\b(?:which (?:one|of (?:them|the two))|the difference|compare|both of them|of the two)\b/iu;

/** The two earlier questions with the words that compare, where an article nobody told of yet answers all three. */
function lookUpCompared(
  before: Before,
  text: string,
  language: Language,
  knowledge: Knowledge,
): Lookup | undefined {
  const things = before.questions.slice(-2);
  if (things.length < 2 || !compares.test(text)) return undefined;
  const lookup = lookUpOne([...things, text].join(' '), language, knowledge);
  const best = lookup.chosen[0]?.passage.articleId;
  return lookup.verdict === 'answer' && best !== undefined && !isTold(before, best) ? lookup : undefined;
}

/** 「那云栖3呢」: the earlier question, asked of another thing. */
function lookUpSwapped(
  before: Before,
  earlier: string,
  text: string,
  language: Language,
  knowledge: Knowledge,
): Lookup | undefined {
  const swapped = swapIn(earlier, text);
  if (swapped === undefined) return undefined;
  const lookup = lookUpOne(swapped, language, knowledge);
  const best = lookup.chosen[0]?.passage.articleId;
  return best !== undefined && !isTold(before, best) ? lookup : undefined;
}

/** 「那要多久?」: the new words with those of the earlier question, if they are about the same matter. */
function lookUpTogether(
  before: Before,
  earlier: string,
  text: string,
  alone: Lookup,
  language: Language,
  knowledge: Knowledge,
): Lookup | undefined {
  if (isOfAnother(modelsIn(text), modelsIn(earlier))) return undefined;
  const lookup = lookUpOne(`${earlier} ${text}`, language, knowledge);
  const best = lookup.chosen[0]?.passage;
  if (!best) return undefined;
  const fresh = alone.chosen[0]?.passage.articleId;
  if (fresh !== best.articleId && standsAlone(alone, text, language)) return undefined;
  const holding = (words: string) => {
    const found = knowledge.search(words, {
      languages: [best.language],
      limit: deepest,
      closely: deepest,
    });
    return (articleId: string) =>
      found.find(({ passage }) => passage.articleId === articleId)?.coverage.article ?? 0;
  };
  const ofEarlier = holding(earlier);
  const ofNew = holding(text);
  const isAgreed = lookup.confidence >= agreed && fresh === best.articleId;
  const told = isTold(before, best.articleId);
  const isBetter = lookup.confidence > alone.confidence || isForeign(alone, language);
  // The first may be the earlier matter and little else: another that holds more of the new words is worth asking about.
  const both = lookup.candidates.find(
    ({ passage: { articleId } }) =>
      articleId !== best.articleId &&
      !isTold(before, articleId) &&
      ofEarlier(articleId) >= sharedWithBoth.earlier &&
      ofNew(articleId) >= Math.max(sharedWithBoth.fresh, ofNew(best.articleId) + sharedWithBoth.more),
  );
  const isOfBoth =
    isBetter &&
    (lookup.verdict === 'answer' || isAgreed) &&
    ofEarlier(best.articleId) >= sharedWithEarlier &&
    ofNew(best.articleId) >= (told ? sharedWithTold : sharedWithNew);
  const rival =
    both ?? (told && fresh !== best.articleId && namesMatter(alone) ? alone.chosen[0] : undefined);
  if (isOfBoth && !(told && rival))
    return { ...lookup, verdict: 'answer', chosen: lookup.chosen.slice(0, 1) };
  if (!both && !isOfBoth) return undefined;
  const chosen = isOfBoth ? [rival!, lookup.chosen[0]!] : [both!];
  return { ...lookup, verdict: 'clarify', confidence: chosen[0]!.confidence, chosen };
}

/** Whether the new words name matters, and what they lead to is about all of them. */
function namesMatter({ confidence, chosen }: Lookup): boolean {
  const coverage = chosen[0]?.coverage;
  return (
    confidence >= likely && coverage !== undefined && coverage.matters > 0 && coverage.mattersMissed === 0
  );
}

/** Whether the new words lead somewhere by themselves: they name a matter, and are a good part of the line that they lead to. */
function standsAlone(alone: Lookup, text: string, language: Language): boolean {
  if (isForeign(alone, language) || ellipsis.test(text.trim())) return false;
  if (alone.verdict === 'answer')
    return lineOf(alone) >= ownLine.answer && alone.chosen[0]!.coverage.matters > 0;
  return alone.verdict === 'clarify' && alone.confidence >= likely && lineOf(alone) >= ownLine.clarify;
}

/** Share of the nearest line that the question holds. */
const lineOf = (lookup: Lookup): number => lookup.chosen[0]?.coverage.line ?? 0;

/** Found in the other language only, which a few words hit by chance. */
function isForeign(lookup: Lookup, language: Language): boolean {
  const found = lookup.chosen[0]?.passage.language;
  return found !== undefined && found !== language;
}

/** Whether an answer from the article was given before. */
export function isTold(before: Before, articleId: string): boolean {
  return toldIn(before).some((told) => told.startsWith(`${articleId}#`));
}

/** In the customer's language, or in the other one where that knows more; the answer then says so. */
function lookUpOne(question: string, language: Language, index: Knowledge): Lookup {
  const { candidates, decision } = retrieve({ index, text: question, language, limit: 6 });
  const chosen =
    decision.kind === 'answer'
      ? [decision.candidate]
      : decision.kind === 'clarify'
        ? decision.candidates
        : [];
  return { question, verdict: decision.kind, confidence: decision.figures.confidence, candidates, chosen };
}

/** Whether a message is short enough to lean on the one before. */
export function mayLean(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
    ? text.length <= longestLeaning.han
    : text.trim().split(/\s+/).length <= longestLeaning.words;
}

/** The other thing that 「那…呢」 and "what about …" name. */
const ellipsis =
  /^(?:那么?|换成|如果是)?\s*(.{2,12}?)\s*呢[?？。\s]*$|^(?:and\s+)?(?:what|how) about\s+(?:the\s+)?(.{2,30}?)(?:\s+ones?)?[?.\s]*$/iu;

/**
 * 「云栖2多重」 then 「那云栖3呢」 asks 「云栖3多重」: the new name stands for the part of the earlier question that is like
 * it. Undefined where no part is, or where nothing would change.
 */
function swapIn(earlier: string, text: string): string | undefined {
  const found = ellipsis.exec(text.trim());
  const name = found?.[1] ?? found?.[2];
  if (name === undefined) return undefined;
  let best: { readonly at: number; readonly alike: number } | undefined;
  for (let at = 0; at + name.length <= earlier.length; at++) {
    let alike = 0;
    for (let place = 0; place < name.length; place++)
      if (earlier[at + place]!.toLowerCase() === name[place]!.toLowerCase()) alike++;
    if (alike > (best?.alike ?? 0)) best = { at, alike };
  }
  if (!best || best.alike === name.length || best.alike * 2 < name.length) return undefined;
  return earlier.slice(0, best.at) + name + earlier.slice(best.at + name.length);
}
