import type { Language } from '../terms/language.ts';
import { bodyOf, type DraftParts } from './draft-article.ts';
import { statedFigures, writtenFigures } from './figures.ts';
import { foreignLinks } from './foreign-links.ts';
import { inProductVoice } from './product-voice.ts';
import { personalDataIn } from './remove-personal-data.ts';

export interface WrittenDraft {
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly parts: DraftParts;
  readonly body: string;
}

/** Why a model's draft is not used. */
export type WrittenDraftRefusal =
  | 'unreadable'
  | 'empty'
  | 'too-long'
  | 'foreign-figure'
  | 'foreign-link'
  | 'personal-data'
  | 'other-language';

const longestTitle = 120;
const longestLine = 400;
const mostLines = 20;
const longestWritten = 20_000;

/**
 * Reads what a model wrote as an article (`{"title", "questions", "steps", "conditions", "avoid"}`, be it wrapped in
 * other words) and lets it through only where every figure and address stands in the transcript that it was given, in
 * the language of the conversation, without personal data and of a readable size.
 */
export function readWrittenDraft(
  written: string,
  transcript: string,
  language: Language,
): WrittenDraft | { readonly refused: WrittenDraftRefusal } {
  const read = jsonIn(written.slice(0, longestWritten));
  if (!read) return { refused: 'unreadable' };
  const lines = (name: string) => {
    const value = read[name];
    const list = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    return list
      .filter((one): one is string => typeof one === 'string')
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== '');
  };
  const [title = ''] = lines('title');
  const similarQuestions = lines('questions').filter((one) => one !== title);
  const told = (name: string) =>
    lines(name)
      .map(inProductVoice)
      .filter((one) => one !== '');
  const numbered = told('steps').map((step) => inProductVoice(step.replace(/^\d{1,2}[.)、]\s*/, '')));
  const parts: DraftParts = {
    // As steps of an order, so that they are numbered.
    steps: numbered.length > 1 ? numbered.map((step, place) => `${place + 1}. ${step}`) : numbered,
    conditions: told('conditions'),
    avoid: told('avoid'),
  };
  const all = [title, ...similarQuestions, ...parts.steps, ...parts.conditions, ...parts.avoid];
  if (title === '' || parts.steps.length === 0) return { refused: 'empty' };
  if (title.length > longestTitle || all.length > mostLines || all.some((line) => line.length > longestLine))
    return { refused: 'too-long' };
  const said = [title, ...similarQuestions, ...numbered, ...parts.conditions, ...parts.avoid].join('\n');
  const known = statedFigures(transcript);
  if (writtenFigures(said).some((figure) => !known.has(figure))) return { refused: 'foreign-figure' };
  if (foreignLinks(said, transcript).length > 0) return { refused: 'foreign-link' };
  if (personalDataIn(said).length > 0) return { refused: 'personal-data' };
  if (!isIn(language, said)) return { refused: 'other-language' };
  return { title, similarQuestions: similarQuestions.slice(0, 4), parts, body: bodyOf(parts, language) };
}

function isIn(language: Language, text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return language === 'zh' ? han >= latin : latin > han;
}

function jsonIn(text: string): Record<string, unknown> | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end <= start) return undefined;
  try {
    const read: unknown = JSON.parse(text.slice(start, end + 1));
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
