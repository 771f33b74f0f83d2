import type { Lease } from '../../adapters/store/lease.ts';
import type { TextVectors } from '../../adapters/store/text-vectors.ts';
import type { MeaningShelf } from '../../core/knowledge/meaning-shelf.ts';
import type { Embedder } from '../../plugs/embedder.ts';
import type { Meanings } from '../../plugs/knowledge.ts';
import type { Understand } from '../../services/understand-question.ts';
import type { Figures } from '../figures.ts';
import type { Journal } from '../journal.ts';
import { createMeaningsBeside } from './meanings-beside.ts';
import { createQuestionMeanings } from './question-meanings.ts';
import { createVectorKeeper } from './vector-keeper.ts';

const nothing: Meanings = new Map();

/** Search by meaning, where an embedding model is configured: the vectors of articles, and those of questions. */
export function createMeaning(needs: {
  readonly embedder: Embedder;
  /** How long a question may wait. In ms. */
  readonly questionMs: number;
  readonly store: TextVectors;
  readonly lease: Lease;
  readonly shelf: () => MeaningShelf;
  readonly onMade: () => void;
  readonly figures: Pick<Figures, 'questionMeanings'>;
  readonly journal: Journal;
}) {
  const { embedder, questionMs, shelf, figures, journal } = needs;
  const keeper = createVectorKeeper(needs);
  const ask = createQuestionMeanings({
    embedder,
    limitMs: questionMs,
    journal,
    count: (outcome) => figures.questionMeanings.inc({ outcome }),
    clock: () => performance.now(),
  });
  const understand: Understand = async (texts, language) =>
    // Before the first vector of an article nothing could be near.
    shelf().counts.there === 0 ? nothing : ask(texts, language);
  return { ...keeper, understand, beside: createMeaningsBeside(needs) };
}

export type Meaning = ReturnType<typeof createMeaning>;
