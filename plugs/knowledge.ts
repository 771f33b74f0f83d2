import type { Candidate, SearchOptions } from '../core/knowledge/index.ts';
import type { Segment } from '../core/knowledge/terms-of-text.ts';

/** What the services ask of the knowledge base in memory. Both calls are pure, fast and never throw. */
export interface Knowledge {
  search(text: string, options?: SearchOptions): Candidate[];
  /** How the installation cuts text into words: for the rules in `core/knowledge` that need it. */
  readonly segment: Segment;
  /** Whether two texts ask the same: 0..1. */
  similarity(one: string, other: string): number;
}
