import { sentencesOf } from '../core/assist/sentences.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** Passages whose sentences an agent may be writing, from this confidence on. */
const mostPassages = 3;
const leastConfidence = 0.3;

/** What customers may read that answers a question, sentence by sentence in plain words, without tables and headings. */
export function sentencesNear(knowledge: Knowledge, question: string, language: Language): string[] {
  if (question.trim() === '') return [];
  return knowledge
    .search(question, { languages: [language], limit: mostPassages, audience: 'everyone' })
    .filter(({ confidence }) => confidence >= leastConfidence)
    .flatMap(({ passage }) => passage.text.split('\n'))
    .filter((line) => !/^\s*(?:[|#]|```)/.test(line))
    .flatMap((line) => sentencesOf(plainLine(line)));
}

const plainLine = (line: string) =>
  line
    .replace(/^\s*(?:[-*+>]|\d+[.)、])\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '');
