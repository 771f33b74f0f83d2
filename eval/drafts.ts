import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { draftArticle, type Turn } from '../core/knowledge/draft-article.ts';
import type { Language } from '../core/terms/language.ts';
import { percent } from './part.ts';

/** A conversation with what has to become of it. Lines of the file: see its signs below. */
export interface DraftDialogue {
  readonly name: string;
  readonly language: Language;
  readonly turns: readonly Turn[];
  /** `drafted`, or the reason for nothing. */
  readonly outcome: string;
  readonly title?: string;
  /** Stands in the title or another wording. */
  readonly asked: readonly string[];
  readonly holds: readonly string[];
  readonly lacks: readonly string[];
}

const speakers = { 客: 'contact', 机: 'assistant', 人: 'agent' } as const;

/** 客 机 人 speak, 注 is an agent's note; `=` outcome, `?` title, `~` asked, `+` in the article, `-` nowhere in it. */
export function draftDialogues(): DraftDialogue[] {
  const file = readFileSync(join(import.meta.dirname, 'drafts', 'dialogues.txt'), 'utf8');
  return file
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [head, ...lines] = part.trim().split('\n');
      const [name, language] = head!.split(' | ');
      const of = (sign: string) =>
        lines.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2));
      const [title] = of('?');
      return {
        name: name!,
        language: language as Language,
        turns: lines.flatMap((line, at): Turn[] => {
          const speaker = speakers[line[0] as keyof typeof speakers];
          return speaker ? [{ speaker, text: line.slice(2), at }] : [];
        }),
        outcome: of('=')[0]!.replace('nothing ', ''),
        ...(title === undefined ? {} : { title }),
        asked: of('~'),
        holds: of('+'),
        lacks: of('-'),
      };
    });
}

/** What is wrong with the draft of a dialogue; empty where nothing is. */
export function faultsOf(dialogue: DraftDialogue, segment: (text: string) => readonly string[]): string[] {
  const { turns, language, outcome, title, asked, holds, lacks } = dialogue;
  const drafted = draftArticle({ turns, language, segment });
  const got = drafted.kind === 'nothing' ? drafted.reason : drafted.kind;
  if (got !== outcome) return [`${got} instead of ${outcome}`];
  if (drafted.kind === 'nothing') return [];
  const all = [drafted.title, ...drafted.similarQuestions, drafted.body].join('\n');
  return [
    ...(title !== undefined && drafted.title !== title ? [`title: ${drafted.title}`] : []),
    ...asked
      .filter((words) => !`${drafted.title}\n${drafted.similarQuestions.join('\n')}`.includes(words))
      .map((words) => `not asked: ${words}`),
    ...holds
      .filter((words) => !drafted.body.includes(words))
      .map((words) => `missing: ${words} in ${drafted.body}`),
    ...lacks.filter((words) => all.includes(words)).map((words) => `holds: ${words} in ${all}`),
  ];
}

export function measureDrafts(dialogues: readonly DraftDialogue[]) {
  const segment = createSegmenter();
  const wrong = dialogues
    .map((dialogue) => ({ name: dialogue.name, faults: faultsOf(dialogue, segment) }))
    .filter(({ faults }) => faults.length > 0);
  return {
    figures: { right: percent(1 - wrong.length / dialogues.length), dialogues: dialogues.length },
    wrong,
  };
}
