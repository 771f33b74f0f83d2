import type { ConversationState } from '../core/conversation/state.ts';
import type { Language } from '../core/terms/language.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { Knowledge, Meanings } from '../plugs/knowledge.ts';
import { lookUp } from './look-up.ts';

/** Finds what texts mean, in bounded time; those that it does not learn in that time are missing. Never rejects. */
export type Understand = (texts: readonly string[], language: Language) => Promise<Meanings>;

/** A question out of nowhere. */
export const nothingBefore = { questions: [], answered: [], choices: [] } as const;

/** From here on words alone are as sure as anything. */
export const certain = 0.9;
/** Of what a look-up asks for, with the questions before it and as it may have been meant. */
const mostTexts = 6;

/**
 * The knowledge that a question is looked up in, told what it means: asked for before anything is locked, and only
 * where words alone give no certain answer. `knowledge` is within the conversation's scope already.
 */
export async function understandQuestion(
  before: Pick<ConversationState, 'questions' | 'answered' | 'choices'>,
  {
    text,
    perception,
  }: { readonly text: string; readonly perception: Pick<Perception, 'act' | 'wantsHuman' | 'language'> },
  knowledge: Knowledge,
  understand: Understand | undefined,
): Promise<Knowledge> {
  const { language } = perception;
  // Only a question is looked up, and a choice that was tapped is the line that it leads to.
  if (!understand || perception.act !== 'question' || perception.wantsHuman || before.choices.includes(text))
    return knowledge;
  const texts = textsAskedFor(before, text, language, knowledge);
  if (texts.length === 0) return knowledge;
  const meanings = await understand(texts, language);
  return meanings.size === 0 ? knowledge : knowledge.knowing(meanings);
}

/** The same knowledge, which tells what it is searched for; deep looks, which are by words alone, are not told. */
export const noting = (knowledge: Knowledge, note: (text: string) => void): Knowledge => ({
  ...knowledge,
  search(text, options) {
    if (options?.closely === undefined) note(text);
    return knowledge.search(text, options);
  },
});

/** What a look-up searches for; nothing where its words lead to a certain answer. */
export function textsAskedFor(
  before: Parameters<typeof lookUp>[0],
  text: string,
  language: Language,
  knowledge: Knowledge,
): string[] {
  const asked = new Set<string>();
  const { verdict, confidence } = lookUp(
    before,
    text,
    language,
    noting(knowledge, (words) => asked.add(words)),
  );
  return verdict === 'answer' && confidence >= certain ? [] : [...asked].slice(0, mostTexts);
}
