import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadArticles } from '../../demo/load-articles.ts';
import { percent } from '../part.ts';
import type { Talk, Turn } from './talk.ts';

/** One question out of nowhere: about the shop, about what the shop does not say, or about anything else. */
interface QuestionRow {
  readonly text: string;
  readonly expect: 'own' | 'unknown' | 'foreign';
  /** Articles any of which answers it. */
  readonly right?: readonly string[];
}

interface TurnRow {
  readonly text: string;
  readonly right?: readonly string[];
  /** Two matters: both articles are to be among what is said or offered. */
  readonly both?: boolean;
  /** What is right as well: words in passing, a person offered or called, or that nothing is known. */
  readonly also?: 'small' | 'person' | 'none';
}

/**
 * What a turn was: the answer, an honest question back or admission where the answer was there or none is, something
 * else, or the same words a second time.
 */
export type Verdict = 'right' | 'careful' | 'missed' | 'wrong' | 'repeated';

export interface JudgedTurn {
  readonly text: string;
  /** Questions and conversations stand in two halves by turns: the second is for figures alone. */
  readonly half: 'first' | 'second';
  readonly expect: string;
  readonly verdict: Verdict;
  readonly isOutOfScope: boolean;
  readonly turn: Turn | undefined;
}

const rowsOf = <Row>(name: string): Row[] =>
  readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const halfOf = (place: number) => (place % 2 === 0 ? 'first' : 'second');

export function judgeStrangers(talk: Talk): {
  readonly questions: readonly JudgedTurn[];
  readonly turns: readonly JudgedTurn[];
} {
  const contents = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const { id, title, translationOf } of loadArticles()) {
    contents.set(id, translationOf ?? id);
    titles.set(title, translationOf ?? id);
  }
  const contentOf = (id: string) => contents.get(id) ?? id;
  const told = ({ said }: Turn) => (said.citations ?? []).map(({ articleId }) => contentOf(articleId));
  const offered = ({ said }: Turn) => (said.choices ?? []).map((title) => titles.get(title) ?? title);

  const ofArticles = (turn: Turn, right: readonly string[], both: boolean): Verdict => {
    const { decision } = turn.decided;
    const named = [...told(turn), ...offered(turn)];
    const isHit = both ? right.every((id) => named.includes(id)) : right.some((id) => named.includes(id));
    if (decision === 'answer')
      return isHit ? 'right' : both && right.includes(named[0]!) ? 'careful' : 'wrong';
    return isHit ? 'careful' : 'missed';
  };
  const judgeQuestion = ({ text, expect, right }: QuestionRow, place: number): JudgedTurn => {
    const [turn] = talk([text]);
    const { decision } = turn!.decided;
    const verdict =
      expect === 'own'
        ? ofArticles(turn!, right!, false)
        : decision === 'answer'
          ? 'wrong'
          : decision === 'clarify'
            ? 'missed'
            : 'right';
    const isOutOfScope = turn!.perceived.intent?.outOfScope ?? false;
    return { text, half: halfOf(place), expect, verdict, isOutOfScope, turn };
  };
  const judgeTurn = (row: TurnRow, turn: Turn | undefined, before: readonly Turn[]): Verdict => {
    // Handed over before: a person reads it.
    if (!turn) return 'right';
    const { decision } = turn.decided;
    if (decision === 'answer' && isRepeat(turn, before)) return 'repeated';
    const isPerson = decision === 'hand-off' || decision === 'offer-human' || turn.said.offersHuman === true;
    if (row.also === 'small' && decision === 'small-talk') return 'right';
    if (row.also === 'person' && decision !== 'answer' && isPerson) return 'right';
    if (row.also === 'none' && decision !== 'answer' && decision !== 'clarify') return 'right';
    const verdict = row.right && ofArticles(turn, row.right, row.both ?? false);
    // Not the answer, but a person along with it.
    if (row.also === 'person' && isPerson && verdict !== 'right') return 'careful';
    if (verdict) return verdict;
    return decision === 'answer' ? 'wrong' : 'missed';
  };

  const questions = rowsOf<QuestionRow>('questions').map(judgeQuestion);
  const turns = rowsOf<{ turns: readonly TurnRow[] }>('conversations').flatMap(({ turns: rows }, place) => {
    const talked = talk(rows.map(({ text }) => text));
    return rows.map((row, at): JudgedTurn => {
      const turn = talked[at];
      const expect = [...(row.right ?? []), row.also ?? ''].join(' ').trim();
      const verdict = judgeTurn(row, turn, talked.slice(0, at));
      const isOutOfScope = turn?.perceived.intent?.outOfScope ?? false;
      return { text: row.text, half: halfOf(place), expect, verdict, isOutOfScope, turn };
    });
  });
  return { questions, turns };
}

/** Of an answer, the share of words that stood in an earlier answer, from which it is the same again. */
const sameAgain = 0.8;

/** Whether an answer says nearly nothing that an earlier one did not say. */
function isRepeat({ said }: Turn, before: readonly Turn[]): boolean {
  const earlier = new Set(before.flatMap((turn) => piecesOf(turn.said.text)));
  const pieces = piecesOf(said.text);
  const sizeOf = (some: readonly string[]) => some.reduce((sum, { length }) => sum + length, 0);
  return sizeOf(pieces.filter((piece) => earlier.has(piece))) > sameAgain * sizeOf(pieces);
}

const piecesOf = (text: string): string[] =>
  text.split(/(?<=[。！？!?；;])|(?<=\. )|\n/).flatMap((piece) => piece.trim() || []);

/** Shares of each verdict and of foreign and own questions called out of scope, as figures. */
export function figuresOfStrangers(
  { questions, turns }: ReturnType<typeof judgeStrangers>,
  half?: 'first' | 'second',
): Record<string, number> {
  const inHalf = (rows: readonly JudgedTurn[]) =>
    rows.filter((row) => half === undefined || row.half === half);
  const share = (rows: readonly JudgedTurn[], is: (row: JudgedTurn) => boolean) =>
    percent(rows.filter(is).length / Math.max(1, rows.length));
  const own = inHalf(questions).filter(({ expect }) => expect === 'own');
  const foreign = inHalf(questions).filter(({ expect }) => expect === 'foreign');
  const unknown = inHalf(questions).filter(({ expect }) => expect !== 'own');
  const inTalk = inHalf(turns);
  const verdict = (wanted: Verdict) => (row: JudgedTurn) => row.verdict === wanted;
  return {
    ownRight: share(own, verdict('right')),
    ownCareful: share(own, verdict('careful')),
    ownMissed: share(own, verdict('missed')),
    ownWrong: share(own, verdict('wrong')),
    ownCalledForeign: share(own, (row) => row.isOutOfScope),
    foreignCalledForeign: share(foreign, (row) => row.isOutOfScope),
    unknownAdmitted: share(unknown, verdict('right')),
    unknownAskedBack: share(unknown, verdict('missed')),
    unknownAnswered: share(unknown, verdict('wrong')),
    turnsRight: share(inTalk, verdict('right')),
    turnsCareful: share(inTalk, verdict('careful')),
    turnsMissed: share(inTalk, verdict('missed')),
    turnsWrong: share(inTalk, verdict('wrong')),
    turnsRepeated: share(inTalk, verdict('repeated')),
  };
}
