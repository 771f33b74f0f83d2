import { foreignData } from '../core/assist/foreign-data.ts';
import { pairsOf, shareWithin } from '../core/assist/overlap.ts';
import { placeholdersIn, sentencesOf } from '../core/assist/sentences.ts';
import { citationOf } from '../core/knowledge/compose-answer.ts';
import { type Contradiction, contradictionsOf } from '../core/knowledge/contradictions.ts';
import { measuredFigures, statedFigures } from '../core/knowledge/figures.ts';
import { blames, isCheerful, promisesBeyond, sobered } from '../core/manner/unfit-words.ts';
import type { DraftWarning } from '../core/protocol/assist.ts';
import type { Article, Passage } from '../core/terms/article.ts';
import type { Language } from '../core/terms/language.ts';
import { draftWarningText } from '../core/text/assist.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

export interface DraftNeeds {
  /** Searches what this inbox's staff may read and what is in force now. */
  readonly knowledge: Knowledge;
  /** Every saved version of an article, the newest first. */
  readonly versionsOf: (
    articleId: string,
  ) => Promise<readonly Pick<Article, 'version' | 'title' | 'body' | 'effectiveFrom' | 'expiresAt'>[]>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A draft, and what is known of the conversation that it is for. */
export interface Draft {
  readonly text: string;
  /** What the customer asks for. */
  readonly question: string;
  /** Everything said in the conversation and known of its contact. */
  readonly known: string;
  /** The customer is angry, worried or sad. */
  readonly isStrained: boolean;
}

const mostWarnings = 6;
const longestDraft = 4_000;
/** A passage less likely than this is not about the draft. */
const leastConfidence = 0.1;
/** From here on a sentence is taken from a text. */
const sameWords = 0.75;
const shortestTaken = 8;
/** Of a passage that decides on figures. */
const certainPassage = 0.3;
/** Amounts, times and shares: what policies speak in. */
const policyUnit =
  /\d\s?(?:个?(?:天|日|周|月|年|小时|工作日)|元|块|折|%|％|倍)|\d\s?(?:days?|weeks?|months?|years?|hours?|yuan|percent)\b|[¥$€]\s?\d/i;

/** What is wrong with a draft, the gravest first: wording is in the agent's `language`. Asks for old versions only where something contradicts. */
export async function checkDraft(
  needs: DraftNeeds,
  draft: Draft,
  language: Language,
): Promise<DraftWarning[]> {
  const text = draft.text.slice(0, longestDraft);
  if (text.trim() === '') return [];
  const { open, internal, certain } = passagesFor(needs.knowledge, draft, text);
  const warning = (
    code: keyof typeof draftWarningText,
    words: string,
    of?: Passage,
    clause?: string,
  ): DraftWarning => ({
    code,
    message: draftWarningText[code][language],
    words,
    ...(of
      ? {
          citation: citationOf(of),
          clause: clause ?? of.text,
          effectiveFrom: of.effectiveFrom ?? null,
          expiresAt: of.expiresAt ?? null,
        }
      : {}),
  });

  const warnings: DraftWarning[] = [];
  for (const found of contradictionsOf(text, certain, needs.knowledge.segment)) {
    const passage = certain[found.passage]!;
    if (tellsWhatHappened(found, draft.known) || agrees(found.words, open, passage, needs.knowledge))
      continue;
    warnings.push(warning(await codeOf(needs, found, passage), found.words, passage, found.clause));
  }
  const sentences = sentencesOf(text);
  const openWords = pairsOf(open.map((passage) => passage.text).join('\n'));
  for (const sentence of sentences) {
    if (sentence.length < shortestTaken) continue;
    const words = pairsOf(sentence);
    const source = internal.find((passage) => shareWithin(words, pairsOf(passage.text)) >= sameWords);
    if (source && shareWithin(words, openWords) < sameWords)
      warnings.push(warning('internal-text', sentence, source));
  }
  const published = open.map((passage) => `${passage.title}\n${passage.text}`).join('\n');
  for (const words of foreignData(text, `${draft.known}\n${published}`))
    warnings.push(warning('foreign-data', words));
  for (const sentence of sentences) {
    if (promisesBeyond(sentence, published)) warnings.push(warning('beyond-policy', sentence, certain[0]));
    const isTold = warnings.some(({ words }) => sentence.includes(words) || words.includes(sentence));
    if (!isTold && certain.length > 0 && hasUnknownFigure(sentence, `${published}\n${draft.known}`))
      warnings.push(warning('unknown-figure', sentence, certain[0]));
  }
  for (const words of placeholdersIn(text)) warnings.push(warning('placeholder', words));
  for (const sentence of sentences) {
    if (blames(sentence)) warnings.push(warning('blame', sentence));
    else if (draft.isStrained && (isCheerful(sentence) || sobered(sentence) !== sentence))
      warnings.push(warning('unfit-tone', sentence));
  }
  // The gravest are kept; they are told in the order in which the agent reads the draft.
  return distinct(warnings)
    .slice(0, mostWarnings)
    .toSorted((one, other) => text.indexOf(one.words) - text.indexOf(other.words));
}

/** What is published for everybody and for staff alone, about the draft or the question that it answers. */
function passagesFor(knowledge: Knowledge, { question }: Draft, text: string) {
  const found = new Map<string, { readonly passage: Passage; readonly confidence: number }>();
  for (const words of [text, `${question} ${text}`, question]) {
    if (words.trim() === '') continue;
    for (const { passage, confidence } of knowledge.search(words, { limit: 6 })) {
      const key = `${passage.articleId}#${passage.ordinal}`;
      if (confidence >= leastConfidence && confidence > (found.get(key)?.confidence ?? 0))
        found.set(key, { passage, confidence });
    }
  }
  const all = [...found.values()].sort((one, other) => other.confidence - one.confidence);
  const open = all.filter(({ passage }) => passage.audience !== 'staff');
  return {
    open: open.map(({ passage }) => passage),
    internal: all.flatMap(({ passage }) => (passage.audience === 'staff' ? [passage] : [])),
    certain: open.flatMap(({ passage, confidence }) => (confidence >= certainPassage ? [passage] : [])),
  };
}

/** 「等了三天还没发出」 says nothing of the rules: what the customer told, told back. */
function tellsWhatHappened({ kind, words, differing }: Contradiction, known: string): boolean {
  if (kind !== 'figure' && kind !== 'date') return false;
  const told = statedFigures(known);
  return (
    /了|过|已经?|还没|刚|\b(?:have|has|had|was|were|been|ago)\b/i.test(words) &&
    measured(differing.words).every((figure) => told.has(figure))
  );
}

/** Another published passage says the very same: of two that differ the draft may quote either. */
function agrees(words: string, open: readonly Passage[], besides: Passage, { segment }: Knowledge): boolean {
  const figures = measured(words);
  const pairs = pairsOf(words);
  return open.some(
    (passage) =>
      passage !== besides &&
      figures.every((figure) => statedFigures(passage.text).has(figure)) &&
      shareWithin(pairs, pairsOf(passage.text)) >= sameWords &&
      contradictionsOf(words, [passage], segment).length === 0,
  );
}

/** Whether what contradicts the clause in force was, or will be, in force itself. */
async function codeOf(
  needs: DraftNeeds,
  found: Contradiction,
  passage: Passage,
): Promise<'contradiction' | 'expired-clause' | 'not-yet-in-force'> {
  const versions = await needs.versionsOf(passage.articleId).catch(() => []);
  const figures = measured(found.words);
  const words = pairsOf(found.words);
  const other = versions.find(
    ({ version, title, body }) =>
      version !== passage.articleVersion &&
      figures.every((figure) => statedFigures(body).has(figure)) &&
      shareWithin(words, pairsOf(body)) >= sameWords / 2 &&
      contradictionsOf(found.words, [{ title, text: body }], needs.knowledge.segment).length === 0,
  );
  if (!other) return 'contradiction';
  return (other.effectiveFrom ?? 0) > needs.at
    ? 'not-yet-in-force'
    : other.version < passage.articleVersion
      ? 'expired-clause'
      : 'contradiction';
}

const measured = (text: string) => [
  ...new Set([...measuredFigures(text), ...(text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [])]),
];

function hasUnknownFigure(sentence: string, sources: string): boolean {
  if (!policyUnit.test(sentence.normalize('NFKC'))) return false;
  const stated = statedFigures(sources);
  return measured(sentence).some((figure) => !stated.has(figure));
}

function distinct(warnings: readonly DraftWarning[]): DraftWarning[] {
  const seen = new Set<string>();
  return warnings.filter(({ code, words }) => {
    const key = `${code} ${words}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
