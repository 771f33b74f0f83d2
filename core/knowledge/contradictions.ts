import type { Passage } from '../terms/article.ts';
import type { ContradictionKind } from '../terms/draft.ts';
import { type Matter, matterOf, sharesOf } from './clause-matter.ts';
import { negationsIn } from './negations.ts';
import { payerIn } from './payer.ts';
import { qualifiersFit } from './qualifiers.ts';
import { differ, type Quantity, quantitiesIn } from './quantities.ts';
import type { Segment } from './terms-of-text.ts';

export type { ContradictionKind };

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** The clause of the claim, as written. */
  readonly words: string;
  /** The clause of the passage that says otherwise, as written. */
  readonly clause: string;
  /** What differs, as it reads in the claim and in the passage (figures are normalised in width and case). */
  readonly differing: { readonly words: string; readonly clause: string };
  /** Place of the passage among those given. */
  readonly passage: number;
}

export type ComparedPassage = Pick<Passage, 'title' | 'text'> & Partial<Pick<Passage, 'headings'>>;

const mostClauses = 200;
const longestClaim = 4_000;
const longestPassage = 20_000;
/** So much nearer must a clause be that says otherwise, where another agrees. */
const clearlyNearer = 1;
/** One of two clauses on the same matter with other figures may say something besides; of yes and no neither may. */
const sameMatter = { figure: { claim: 0.5, passage: 0.34 }, polarity: { claim: 0.6, passage: 0.6 } } as const;

/**
 * Where `claim` (a reply, a draft) says something else than one of the passages: other figures, dates, yes for no,
 * another payer, about the same matter. By rules, without a model: it compares clause by clause, by meaning (7 天 and
 * 一周 agree), and stays silent where one side speaks of a special case (a region, a tier, a holiday) that the other
 * does not name. At most one finding a clause of the claim and passage. Pure; linear in clauses × clauses.
 */
export function contradictionsOf(
  claim: string,
  passages: readonly ComparedPassage[],
  segment: Segment,
): Contradiction[] {
  const stated = statementsOf(claim.slice(0, longestClaim), [], segment);
  const found: Contradiction[] = [];
  for (const [place, passage] of passages.entries()) {
    const context = matterOf([passage.title, ...(passage.headings ?? [])].join(' '), segment);
    const published = statementsOf(passage.text.slice(0, longestPassage), context, segment);
    const title = [passage.title, ...(passage.headings ?? [])].join(' ');
    for (const statement of stated) {
      const against = contradicted(statement, published, context, title);
      if (against) found.push({ ...against, passage: place });
    }
  }
  return found;
}

interface Statement {
  readonly words: string;
  readonly quantities: readonly Quantity[];
  readonly isNegative: boolean;
  readonly payer: 'customer' | 'shop' | undefined;
  readonly matter: Matter;
  /** Of the clauses before it in the same text: what it may leave unsaid. */
  readonly before: Matter;
}

function statementsOf(text: string, context: Matter, segment: Segment): Statement[] {
  const statements: Statement[] = [];
  let before: Matter = context;
  for (const { heading, body } of sectionsOf(text)) {
    const named = matterOf(heading, segment);
    if (named.length > 0) before = named;
    for (const words of clausesOf(body)) take(words);
  }
  return statements.slice(0, mostClauses);

  function take(words: string): void {
    const { quantities, rest } = quantitiesIn(words);
    const { isNegative, rest: plain } = negationsIn(rest);
    const payer = payerIn(words);
    const matter = matterOf(plain, segment);
    statements.push({
      words,
      quantities,
      isNegative,
      payer,
      matter: matter.length === 0 ? before : matter,
      before,
    });
    if (matter.length > 0) before = matter;
  }
}

/** A heading claims nothing itself: it says what the clauses below it are about. */
function sectionsOf(text: string): { readonly heading: string; readonly body: string }[] {
  return text.split(/^(?= {0,3}#{1,6}\s)/m).map((part) => {
    const heading = /^ {0,3}#{1,6}\s+([^\n]*)/.exec(part);
    return heading
      ? { heading: heading[1]!, body: part.slice(heading[0].length) }
      : { heading: '', body: part };
  });
}

/** Pieces between punctuation; a comma or point between digits is none. A question claims nothing. */
export function clausesOf(text: string): string[] {
  return (text.match(/(?:[^。！？!?；;，\n,.]|[,.](?=\d)|(?<=\d)[,.](?=\d))+[?？]?/gu) ?? [])
    .map((clause) => clause.replace(/^[\s\-*>#|]+|[\s|]+$/g, ''))
    .filter((clause) => clause.length > 1 && !/[?？]$/.test(clause))
    .slice(0, mostClauses);
}

function contradicted(
  statement: Statement,
  published: readonly Statement[],
  context: Matter,
  title: string,
): Omit<Contradiction, 'passage'> | undefined {
  let found: (Omit<Contradiction, 'passage'> & { readonly share: number }) | undefined;
  let agreeing = Number.NEGATIVE_INFINITY;
  for (const clause of published) {
    const shares = sharesOf(
      { own: statement.matter, context: statement.before },
      { own: clause.matter, context: [...context, ...clause.before] },
    );
    if (shares.common === 0) continue;
    if (!qualifiersFit(statement.words, clause.words, title)) continue;
    const kind = differenceOf(statement, clause, shares);
    if (!kind) continue;
    // Of several clauses the one is meant that itself speaks of most of what is claimed: a title speaks for all of them.
    const share = 2 * shares.own + shares.claim + shares.passage;
    if (kind === 'agrees') agreeing = Math.max(agreeing, share);
    else if (!found || found.share < share)
      found = {
        kind: kind.kind,
        words: statement.words,
        clause: clause.words,
        differing: kind.differing,
        share,
      };
  }
  // Another clause of the same passage that says the very same is the one that is meant, unless it is about less of it.
  if (!found || found.share <= agreeing + clearlyNearer) return undefined;
  const { share: _, ...contradiction } = found;
  return contradiction;
}

type Difference = Pick<Contradiction, 'kind' | 'differing'> | 'agrees' | undefined;

function differenceOf(
  statement: Statement,
  clause: Statement,
  shares: { readonly claim: number; readonly passage: number },
): Difference {
  const isOf = (needed: { claim: number; passage: number }) =>
    shares.claim >= needed.claim && shares.passage >= needed.passage;
  if (isOf(sameMatter.figure) || shares.claim === 1) {
    const figures = figuresDiffer(statement.quantities, clause.quantities);
    if (figures) return figures;
    if (statement.payer && clause.payer)
      return statement.payer === clause.payer
        ? 'agrees'
        : { kind: 'payer', differing: { words: statement.words, clause: clause.words } };
  }
  if (!isOf(sameMatter.polarity)) return undefined;
  if (statement.quantities.length > 0 || clause.quantities.length > 0) return undefined;
  if (statement.isNegative === clause.isNegative) return 'agrees';
  return { kind: 'polarity', differing: { words: statement.words, clause: clause.words } };
}

function figuresDiffer(claimed: readonly Quantity[], published: readonly Quantity[]): Difference {
  let hasAgreed = false;
  for (const one of claimed) {
    const same = published.filter(({ dimension, role }) => dimension === one.dimension && role === one.role);
    if (same.length === 0) continue;
    if (same.some((other) => !differ(one, other))) {
      hasAgreed = true;
      continue;
    }
    const kind = one.dimension === 'date' || one.dimension === 'clock' ? 'date' : 'figure';
    return { kind, differing: { words: one.words, clause: same[0]!.words } };
  }
  return hasAgreed ? 'agrees' : undefined;
}
