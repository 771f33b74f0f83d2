import type { ConversationEvent } from '../terms/event.ts';
import { pairsOf, shareWithin } from './overlap.ts';

/** A procedure, and how far a conversation is in it. */
export interface Standing {
  readonly steps: readonly { readonly text: string; readonly done: boolean }[];
  readonly next: number | null;
}

const fewestSteps = 2;
const mostSteps = 20;
/** Share of a step's words that a message must hold to be about it. */
const aboutStep = 0.5;
/** A message that is about more steps than this tells the whole way and asks for none of it. */
const mostAtOnce = 2;

/** The steps of a passage that is a procedure: its first numbered list; null where it has none. */
export function stepsOf(markdown: string): readonly string[] | null {
  const steps: string[] = [];
  for (const line of markdown.split('\n')) {
    const found = /^\s{0,3}(\d{1,2})[.)、]\s*(\S.*)$/.exec(line);
    if (found && Number(found[1]) === steps.length + 1) steps.push(plain(found[2]!));
    else if (steps.length >= fewestSteps && line.trim() !== '' && !/^\s{2,}/.test(line)) break;
  }
  return steps.length >= fewestSteps ? steps.slice(0, mostSteps) : null;
}

const plain = (text: string) =>
  text
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim();

const wentWrong =
  /不行|没用|不管用|失败|报错|卡住|找不到|没有反应|没反应|做不了|不会|没弄好|doesn['’]?t work|does not work|fail|error|stuck|can['’]?t find|cannot|no luck/i;
const haveDone = /了|过|已经|完成|好的|搞定|\b(?:done|did|already|have|tried|restarted|reset|checked)\b/i;
const numerals = '一二三四五六七八九十';

/**
 * Where a conversation stands in a procedure. A step is done when it was asked for by itself and the customer answered
 * without trouble, when the customer says that they did it, or when they name it by its number; a message that tells
 * the whole way does none of it. The next step is the first behind all that is done.
 */
export function standingIn(steps: readonly string[], events: readonly ConversationEvent[]): Standing {
  const words = steps.map(pairsOf);
  const done = steps.map(() => false);
  let asked: number[] = [];
  for (const event of events) {
    if (event.kind !== 'message-received' && event.kind !== 'message-sent') continue;
    const { text } = event.body;
    const said = pairsOf(text);
    const about = words.flatMap((step, place) => (shareWithin(step, said) >= aboutStep ? [place] : []));
    if (event.kind === 'message-sent') {
      if (about.length > 0) asked = about.length <= mostAtOnce ? about : [];
      continue;
    }
    const isTrouble = wentWrong.test(text);
    const numbered = numberNamed(text, steps.length);
    if (numbered !== null) mark(done, isTrouble ? numbered - 1 : haveDone.test(text) ? numbered : -1);
    if (isTrouble) {
      asked = [];
      continue;
    }
    if (haveDone.test(text)) for (const place of about) done[place] = true;
    for (const place of asked) done[place] = true;
    asked = [];
  }
  const behind = done.lastIndexOf(true) + 1;
  const next = behind < steps.length ? behind : done.indexOf(false);
  return {
    steps: steps.map((text, place) => ({ text, done: done[place]! })),
    next: next < 0 ? null : next,
  };
}

/** 「第二步做了」, "step 2": the place of the step, from 0; null where none is named. */
function numberNamed(text: string, count: number): number | null {
  const found = /第\s*([一二三四五六七八九十]|\d{1,2})\s*步|\bstep\s*(\d{1,2})/i.exec(text);
  if (!found) return null;
  const said = found[1] ?? found[2]!;
  const number = numerals.includes(said) ? numerals.indexOf(said) + 1 : Number(said);
  return number >= 1 && number <= count ? number - 1 : null;
}

/** Who is at a step has those before it behind them. */
function mark(done: boolean[], upTo: number): void {
  for (let place = 0; place <= upTo; place++) done[place] = true;
}
