import type { Passage } from '../terms/article.ts';
import type { Complexity, ComplexityPart } from '../terms/triage.ts';

/** What the score looks at. */
export interface ComplexityInput {
  /** The message as the rules of perception read it: lower case, simplified. */
  readonly read: string;
  /** Turns of this conversation in a row that did not help. */
  readonly failedAnswers: number;
  /** Passages within reach of an answer, the best first, at most one an article. */
  readonly passages: readonly Passage[];
}

/**
 * How much each part may add, and what one of its kind adds. The caps make 100 together, so that no single part makes
 * a request hard by itself. Set by hand on the demo's questions; the order of the parts matters to nobody.
 */
export const complexityWeights: Readonly<
  Record<ComplexityPart, { readonly each: number; readonly most: number; readonly free: number }>
> = {
  // The first request is what a message is for.
  requests: { each: 10, most: 25, free: 1 },
  // One order number or one model is the ordinary case.
  entities: { each: 5, most: 15, free: 1 },
  negations: { each: 5, most: 10, free: 0 },
  'failed-attempts': { each: 10, most: 20, free: 0 },
  'policy-depth': { each: 2, most: 20, free: 2 },
  // In units of twenty Chinese characters or twelve English words.
  length: { each: 2, most: 10, free: 2 },
};

/**
 * How hard a request is, from 0 to 100, with what makes it so: `count` is what was found, `points` what it adds. Linear
 * in the text; passages are read once and remembered.
 */
export function complexityOf({ read, failedAnswers, passages }: ComplexityInput): Complexity {
  const counts: Readonly<Record<ComplexityPart, number>> = {
    requests: requestsIn(read),
    entities: entitiesIn(read),
    negations: countOf(negation, read),
    'failed-attempts': failedAnswers + countOf(attempt, read),
    'policy-depth': Math.round(depthOf(passages)),
    length: Math.floor(lengthOf(read)),
  };
  let score = 0;
  const parts = (Object.keys(complexityWeights) as ComplexityPart[]).map((part) => {
    const { each, most, free } = complexityWeights[part];
    const points = Math.min(most, Math.max(0, counts[part] - free) * each);
    score += points;
    return { part, count: counts[part], points };
  });
  return { score, parts };
}

/** Of a conversation of which only the score is known, such as at a tap on 转人工. */
export const knownComplexity = (score: number): Complexity => ({ score, parts: [] });

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

const sentenceEnd = /[。！？!?；;\n]+|(?<=[a-z])\.(?=\s|$)/;
const clauseEnd = /[,，、]|\b(?:and|also|besides|another)\b|另外|还有(?!没|吗|货|多|几)|顺便|以及/;
const asking =
  /[?？]|吗|呢|么$|怎么|如何|怎样|多少|多久|几[天个点时号]|什么|谁|哪[里个些种]|为什么|为何|能不能|可不可以|是不是|有没有|是否|[想要请帮]|麻烦|需要|希望|\b(?:how|what|when|where|why|which|who|can|could|would|do|does|did|is|are|will|should|may|please|want|need|like)\b/;
/** What people ask for or about; one word a matter. */
const matter =
  /退|换|维?修|补[发寄]|发票|地址|运费|物流|快递|优惠|赔|取消|催|安装|尺码|价|refund|return|exchange|replace|repair|invoice|address|ship|cancel|warranty|discount|pays?\b|size/g;

/** Requests that differ: sentences that ask, and inside one its clauses that each ask about another matter. */
function requestsIn(read: string): number {
  if (read === '') return 0;
  const seen = new Set<string>();
  let requests = 0;
  for (const sentence of read.split(sentenceEnd)) {
    if (!asking.test(sentence)) continue;
    let clauses = 0;
    for (const clause of sentence.split(clauseEnd)) {
      const matters = clause.match(matter) ?? [];
      if (matters.some((one) => !seen.has(one)) && asking.test(clause)) clauses++;
      for (const one of matters) seen.add(one);
    }
    requests += Math.max(1, clauses);
  }
  return Math.max(1, requests);
}

/** Order and parcel numbers, amounts, dates and times, quantities, models, addresses to write to. */
const entity =
  /\b[a-z]{0,4}\d{8,20}\b|(?:[¥￥$€]|rmb\s?|cny\s?)\s?\d+(?:[.,]\d+)*|\d+(?:\.\d+)?\s?(?:元|块钱?|万元|dollars?|yuan|usd|euros?)|\d{4}[-/年.]\d{1,2}(?:[-/月.]\d{1,2}[日号]?)?|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[:：点]\d{2}|\d+\s?(?:天|个月|年|小时|分钟|件|个|双|套|台|次|days?|weeks?|months?|hours?|items?|pieces?)|\b(?=[a-z-]{0,8}\d)(?=\d{0,8}[a-z])[a-z0-9]+(?:-[a-z0-9]+)*\b|[\p{Script=Han}]{2}\s?\d(?!\d)|[\w.+-]+@[\w-]+\.[\w.]+/gu;

function entitiesIn(read: string): number {
  return new Set(read.slice(0, 2_000).match(entity) ?? []).size;
}

/** What makes a request an exception: something is not, or must not be. 不 inside harmless words is none. */
const negation =
  /没有?(?!关系|问题$)|(?:(?<!好|要|能|可|是|会|行|差|了)不(?!好意思|客气|知道|过(?!来)|同|仅|但|管|锈|着急|用谢|错))|无法|别(?!的|人)|未(?=收|到|发|退|付)|除了|除非|\b(?:not|never|no|without|cannot|unless|except)\b|n't\b/g;

/** The customer has tried before, here or elsewhere. */
const attempt =
  /第[二三四五六七八九十\d]+次|[两三四五六七八九十几多\d]+次了?|又[^,，。]{0,6}了|还是(?:不行|没|不能|一样|这样)|仍然|依然|再次|反复|一直(?:没|不|在)|已经[^,，。]{0,8}(?:过|了)|试(?:过|了)|打过|问过|联系过|说过|\b(?:again|still|already|tried|twice|several times|(?:second|third|fourth) time|keeps? (?:on )?\w+ing|no one (?:replied|answered)|nobody (?:replied|answered))\b/g;

const condition =
  /如果|若|除非|除外|但是?|不(?:支持|适用|包括|可以|能)|需要?|必须|须|以内|之内|超过|不足|未满|仅限?|满\s?\d|\b(?:if|unless|except|only|must|within|at least|no more than|provided|however|not (?:covered|included|eligible))\b/g;
const step = /^\s*(?:\d+[.、)]|[-*+])\s/gm;

/** Conditions and steps by passage; passages are never changed in place, so each is read once. */
const depths = new WeakMap<Passage, number>();

/** How much the answer depends: conditions and steps of the best passage, and half of those of the others in reach. */
function depthOf(passages: readonly Passage[]): number {
  let depth = 0;
  for (const [place, passage] of passages.entries()) {
    let own = depths.get(passage);
    if (own === undefined) {
      own = countOf(condition, passage.text.toLowerCase()) + countOf(step, passage.text);
      depths.set(passage, own);
    }
    depth += place === 0 ? own : 1 + own / 4;
  }
  return depth;
}

/** In units of twenty Chinese characters or twelve English words. */
function lengthOf(read: string): number {
  const han = countOf(/\p{Script=Han}/gu, read);
  const words = countOf(/[a-z']+/g, read);
  return han / 20 + words / 12;
}
