import type { Candidate, SearchOptions } from '../core/knowledge/index.ts';

/** What the services ask of the knowledge base in memory. Both calls are pure, fast and never throw. */
export interface Knowledge {
  search(text: string, options?: SearchOptions): readonly Candidate[];
  /** Whether two texts ask the same: 0..1. */
  similarity(one: string, other: string): number;
}
