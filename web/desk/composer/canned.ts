import type { SuggestedReply } from '../../../core/protocol/views.ts';
import type { Citation } from '../../../core/terms/article.ts';

/** A line of the `/` menu. */
export interface CannedReply {
  readonly key: string;
  readonly text: string;
  readonly citation?: Citation;
}

/** What is internal is shown where it can be read, and never where one key takes it over. */
const isForCustomers = ({ audience }: SuggestedReply) => audience !== 'staff';

/** What stands behind the slash when the whole draft is one (`/退款` → `退款`); null when no menu is wanted. */
export function slashQuery(draft: string): string | null {
  return /^\/[^\n]*$/.test(draft) && draft.length <= 60 ? draft.slice(1).trim() : null;
}

/**
 * The replies that fit what was typed. What holds the very words stands first; what the knowledge base found comes a
 * moment later and is added below, so that Enter takes what was seen to be chosen. The same text stands once. At most
 * eight.
 */
export function cannedReplies(
  query: string,
  found: readonly SuggestedReply[],
  suggested: readonly SuggestedReply[],
  standing: readonly string[],
): CannedReply[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const all: CannedReply[] = [
    ...suggested
      .filter(isForCustomers)
      .filter((one) => fits(one.text + (one.citation?.title ?? '')))
      .map((one) => ({ key: one.text, text: one.text, citation: one.citation })),
    ...standing.filter(fits).map((text) => ({ key: text, text })),
    ...(query === '' ? [] : found.filter(isForCustomers)).map((one) => ({
      key: one.text,
      text: one.text,
      citation: one.citation,
    })),
  ];
  const seen = new Set<string>();
  return all.filter((one) => !seen.has(one.text) && seen.add(one.text)).slice(0, 8);
}
