import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Card } from '../../core/knowledge/card.ts';
import { type CardShelf, type KeptCards, renumbered } from '../../core/knowledge/kept-cards.ts';
import type { Cut } from '../../core/knowledge/passages.ts';
import { createBreather } from '../breather.ts';
import { createFrameWriter, framesOf } from './frames.ts';

const kinds = { signature: 1, cards: 2, terms: 3, end: 4 } as const;
/** 32-bit words of a key. */
const keyWords = 8;

/** Cards of a file, in memory until they are released. */
export interface FiledCards extends KeptCards {
  readonly size: number;
  release(): void;
}

/** Of what a card is made, and of nothing else. */
const keyOf = (lines: readonly string[], cuts: readonly Cut[]): string =>
  hash('sha256', JSON.stringify([lines, cuts.map(({ headings, text }) => [headings, text])]), 'binary');

/**
 * Writes all cards and then all terms, with pauses in which the process answers. What a file holds that has no end is
 * read by nobody, so a writer may die at any moment. Gives up where `isStopped` says so.
 *
 * @returns whether the file is whole and on the disk
 */
export async function writeCards(
  file: string,
  signature: string,
  shelf: CardShelf,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  const breathe = createBreather();
  const handle = await open(file, 'w', 0o600);
  try {
    const frames = createFrameWriter(handle);
    let cards = 0;
    let terms = 0;
    await frames.add(kinds.signature, wordsOf(Buffer.from(signature, 'latin1')));
    for (const { lines, cuts, card } of shelf.cards()) {
      const record = new Int32Array(keyWords + 1 + card.length);
      record.set(wordsOf(Buffer.from(keyOf(lines, cuts), 'latin1')));
      record[keyWords] = card.length;
      record.set(card, keyWords + 1);
      cards++;
      await frames.add(kinds.cards, record);
      await breathe();
      if (isStopped()) return false;
    }
    for (let part = 0; part < shelf.termParts; part++) {
      const records: Int32Array[] = [];
      shelf.termsIn(part, (term, number) => {
        terms++;
        const words = wordsOf(Buffer.from(term, 'utf16le'));
        records.push(Int32Array.of(number, term.length, ...words));
      });
      for (const record of records) await frames.add(kinds.terms, record);
      await breathe();
      if (isStopped()) return false;
    }
    await frames.add(kinds.end, Int32Array.of(cards, terms));
    await frames.flush();
    await handle.sync();
    return true;
  } finally {
    await handle.close();
  }
}

/**
 * What `writeCards` wrote. Throws an `Error` where the file is not whole; undefined where it bears another signature, so
 * that its cards mean something else.
 */
export async function readCards(file: string, signature: string): Promise<FiledCards | undefined> {
  const handle = await open(file);
  try {
    let frames: Int32Array[] = [];
    /** Frame and place of a card by its key. */
    let places = new Map<string, readonly [frame: number, at: number]>();
    const terms: Int32Array[] = [];
    let end: Int32Array | undefined;
    let isOurs = false;
    for await (const { kind, content } of framesOf(handle)) {
      if (end) throw new Error('Something follows the end.');
      if (kind === kinds.signature) {
        if (latin(content) !== latin(wordsOf(Buffer.from(signature, 'latin1')))) return undefined;
        isOurs = true;
      } else if (kind === kinds.cards) {
        for (let at = 0; at < content.length; at += keyWords + 1 + content[at + keyWords]!)
          places.set(latin(content.subarray(at, at + keyWords)), [frames.length, at + keyWords]);
        frames.push(content);
      } else if (kind === kinds.terms) terms.push(content);
      else if (kind === kinds.end) end = content;
    }
    if (!isOurs || !end) throw new Error('The end is missing.');
    let textOf = termsOfFrames(terms, end[1]!);
    /** What the terms are numbered now, -1 before they are met. */
    let numbers = new Int32Array(end[1]!).fill(-1);
    return {
      get size() {
        return places.size;
      },
      of(lines, cuts, numberOf): Card | undefined {
        const place = places.size > 0 ? places.get(keyOf(lines, cuts)) : undefined;
        if (!place) return undefined;
        const [frame, at] = place;
        const card = frames[frame]!.subarray(at + 1, at + 1 + frames[frame]![at]!);
        return renumbered(card, lines.length + cuts.length, (term) => {
          if (numbers[term] === -1) numbers[term] = numberOf(textOf(term));
          return numbers[term]!;
        });
      },
      release() {
        frames = [];
        places = new Map();
        numbers = new Int32Array(0);
        textOf = () => '';
      },
    };
  } finally {
    await handle.close();
  }
}

/** The text of a term by its number. Throws an `Error` where the frames hold another number of terms. */
function termsOfFrames(frames: readonly Int32Array[], count: number): (term: number) => string {
  const frameOf = new Uint16Array(count);
  const places = new Int32Array(count).fill(-1);
  let found = 0;
  for (const [frame, content] of frames.entries())
    for (let at = 0; at < content.length; at += 2 + Math.ceil(content[at + 1]! / 2)) {
      const term = content[at]!;
      if (term < 0 || term >= count) throw new Error('A term has no such number.');
      frameOf[term] = frame;
      places[term] = at;
      found++;
    }
  if (found !== count) throw new Error('Terms are missing.');
  return (term) => {
    const content = frames[frameOf[term]!]!;
    const at = places[term]!;
    const units = new Uint16Array(content.buffer, content.byteOffset + (at + 2) * 4, content[at + 1]!);
    return String.fromCharCode(...units);
  };
}

/** Bytes as words, with zeros behind them to a whole number of words. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  return words;
}

const latin = (words: Int32Array): string =>
  Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('latin1');
