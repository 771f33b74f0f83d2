import type { Risk } from '../terms/triage.ts';
import { readText } from './read-text.ts';
import { type RiskWords, riskWords } from './risk-words.ts';

/** A risk that a message carries, with the customer's words that carry it. */
export interface FoundRisk {
  readonly risk: Risk;
  readonly words: readonly string[];
}

const risks = Object.entries(riskWords) as [Risk, RiskWords][];

const symptom =
  /头晕|头疼|头痛|恶心|想吐|胸闷|没力气|站不稳|\b(?:dizzy|nauseous|headache|feel sick|throwing up)\b/;
const poison = /(?:一氧化碳|煤气|燃气)[^。]{0,4}中毒|中毒了|\bcarbon monoxide\b|\bgas poisoning\b/;

/** No message without one of these carries a risk: most messages are done with one look. */
const anySign = new RegExp(
  [...risks.flatMap(([, { signs }]) => signs), poison].map(({ source }) => `(?:${source})`).join('|'),
);

/** What others said is theirs: 客服说“你去投诉啊”. Long quotations are somebody's own letter. */
const quoted = /[“「『"][^”」』"]{1,40}[”」』"]|《[^》]{1,40}》/g;
const clauseEnd = /(?<=[,，。！？!?；;\n~…])|(?<=[a-z]\.)\s/;
const isQuestion =
  /[?？]|[吗么][^\p{L}\p{N}]*$|会不会|是否|能不能|是不是|有没有|^[^\p{L}\p{N}]*(?:will|would|could|can|does|do|is|are|what if|should)\b/u;
const isImagined = /如果|万一|要是|假如|若是|倘若|\b(?:if|in case)\b/;
/** 如果不退款我就投诉: the condition is a threat, not a thought. */
const isThreat =
  /就(?:投诉|起诉|举报|曝光|报警|告|去|找|打|差评)|不然|否则|\b(?:i will|i'll|i'm going to|or else)\b/;

/**
 * What a message means beyond its question, by rules alone. Linear in the text, never throws; a message without any of
 * the words costs one look. Every risk at most once, in the order of the lexicon.
 */
export function risksOf(text: string): FoundRisk[] {
  const read = readText(text);
  if (!anySign.test(read)) return [];
  const own = read.replace(quoted, ' … ');
  const clauses = clausesOf(own);
  const isThought = isImagined.test(own) && !isThreat.test(own);
  const found: FoundRisk[] = [];
  for (const [risk, words] of risks) {
    // Whoever quotes words about dying may mean themselves.
    const carried = risk === 'self-harm' ? clausesOf(read) : clauses;
    if (words.isAskable && isThought) continue;
    const evidence = new Set<string>();
    for (const clause of carried) {
      if (words.isAskable && isQuestion.test(clause) && !(hasHappened.test(clause) && !isDoubt.test(clause)))
        continue;
      let rest = clause;
      for (const pattern of words.harmless) rest = rest.replace(pattern, ' … ');
      for (const sign of words.signs) {
        const match = sign.exec(rest)?.[0].trim();
        if (match) evidence.add(match);
      }
    }
    if (risk === 'safety') for (const words of poisoned(own)) evidence.add(words);
    if (evidence.size > 0) found.push({ risk, words: [...evidence].slice(0, 5) });
  }
  return found;
}

/** Somebody else's body, or one that only might: 会不会头晕. */
const notNow = /会不会|怕|担心|预防|防止|避免|容易|可能会|症状|\b(?:symptoms?|avoid|prevent|could|might)\b/;

/** Who feels ill and asks whether it is poisoning does not ask: 头晕，恶心，是不是一氧化碳中毒了. */
function poisoned(read: string): string[] {
  if (notNow.test(read)) return [];
  const ill = symptom.exec(read)?.[0];
  const cause = poison.exec(read)?.[0];
  return ill && cause ? [ill, cause] : [];
}

const isDoubt = /是不是|会不会|是否/;
/** A question about what has happened is no question whether it could: 着火了怎么办？ 为什么不给我退款？ */
const hasHappened =
  /(?<![会能])(?:了|过)(?![吗么解])|为什么|为啥|凭什么|怎么(?:还|不给|办)|\b(?:why|how come|caught|exploded|was|were|got|has|have|did|burned|burnt|refused|denied|rejected)\b/;

function clausesOf(read: string): string[] {
  return read.split(clauseEnd).filter((clause) => clause !== undefined && clause.trim() !== '');
}
