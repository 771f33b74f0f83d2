/**
 * The shape of a conversation with the assistant at one message of the customer's: what is known without understanding
 * a word, alike in every shop and language.
 */
export interface HandoffCourse {
  /** Messages of the customer's to the assistant, this one included. */
  readonly messages: number;
  /** Words of this message. */
  readonly words: number;
  /** How like it is to the nearest earlier question: words of both over words of either, 0 to 1. */
  readonly likeness: number;
  /** The answer to this message would be one that was given before. */
  readonly isSameAnswer: boolean;
  /** Answers before this message that had been given before them. */
  readonly sameAnswers: number;
}

/** What of a course a share of the probability comes from. */
export type CourseClue = 'messages' | 'words' | 'likeness' | 'sameAnswer' | 'sameAnswers';

/** The lower border of each step; the first step reaches down to nothing. */
const steps: Readonly<Record<CourseClue, readonly number[]>> = {
  messages: [1, 2, 3, 4, 5, 7, 10],
  words: [0, 2, 4, 9, 16],
  likeness: [0, 0.2, 0.5, 0.8],
  sameAnswer: [0, 1],
  sameAnswers: [0, 1, 2],
};

export const courseClues = Object.keys(steps) as readonly CourseClue[];

/** One index for every step of every clue. */
export const courseFeatures = courseClues.reduce((sum, clue) => sum + steps[clue].length, 0);

/** The step that each clue stands on, as an index below `courseFeatures`, in the order of `courseClues`. */
export function courseSteps(course: HandoffCourse): number[] {
  const values: Readonly<Record<CourseClue, number>> = {
    ...course,
    sameAnswer: course.isSameAnswer ? 1 : 0,
  };
  let start = 0;
  return courseClues.map((clue) => {
    const borders = steps[clue];
    const step = Math.max(
      0,
      borders.findLastIndex((border) => values[clue] >= border),
    );
    const index = start + step;
    start += borders.length;
    return index;
  });
}

/** The share of common words: |A ∩ B| / |A ∪ B| (Jaccard), 0 where both are empty. */
export function likenessOf(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
