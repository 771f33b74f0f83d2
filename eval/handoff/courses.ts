import { type HandoffCourse, likenessOf } from '../../core/handoff/handoff-course.ts';
import type { Dialogue, Utterance } from './dialogue.ts';

/** A message of the customer's (turns in a row are one) and whether it, or the answer to it, called for a person. */
export interface LabelledCourse {
  readonly course: HandoffCourse;
  readonly y: 0 | 1;
}

/** From here on an utterance counts as said again. */
const again = 0.8;

/** The courses of a dialogue of the public sets, as the product knows them when it decides on an answer. */
export function coursesOf({ turns }: Dialogue): LabelledCourse[] {
  const questions: ReadonlySet<number>[] = [];
  const answers: ReadonlySet<number>[] = [];
  const courses: LabelledCourse[] = [];
  let sameAnswers = 0;
  let t = 0;
  while (t < turns.length) {
    const said = runFrom(turns, t, 'c');
    const answered = runFrom(turns, t + said.length, 'b');
    t += said.length + answered.length;
    const own = said.map(({ tok }) => new Set(tok));
    const given = answered.map(({ tok }) => new Set(tok)).filter(({ size }) => size > 2);
    const repeated = given.filter((one) => nearest(one, answers) >= again).length;
    if (said.length > 0) {
      const likeness = Math.max(0, ...own.map((one) => nearest(one, questions)));
      courses.push({
        course: {
          messages: courses.length + 1,
          words: said.reduce((sum, { len }) => sum + len, 0),
          likeness,
          isSameAnswer: repeated > 0,
          sameAnswers,
        },
        y: [...said, ...answered].some(({ y }) => y === 1) ? 1 : 0,
      });
    }
    sameAnswers += repeated;
    questions.push(...own);
    answers.push(...given);
  }
  return courses;
}

function runFrom(turns: readonly Utterance[], start: number, role: 'c' | 'b'): readonly Utterance[] {
  let end = start;
  while (end < turns.length && turns[end]!.r === role) end++;
  return turns.slice(start, end);
}

function nearest(one: ReadonlySet<number>, others: readonly ReadonlySet<number>[]): number {
  return Math.max(0, ...others.map((other) => likenessOf(one, other)));
}
