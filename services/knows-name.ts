import type { Knowledge } from '../plugs/knowledge.ts';

const looked = 5;

/** Whether an article that is in force holds this name to the letter: what only resembles it does not tell of it. */
export function knowsName(name: string, knowledge: Pick<Knowledge, 'search'>): boolean {
  return knowledge.search(name, { limit: looked, audience: 'staff' }).some(({ passage }) => {
    const { title, headings, similarQuestions, text } = passage;
    const whole = [title, ...headings, ...similarQuestions, text].join('\n');
    return whole.normalize('NFKC').toLowerCase().includes(name);
  });
}
