import { createContext, Fragment, useContext } from 'react';
import { markedParts } from './marked-parts.ts';

/** Strings that are marked in the texts below, exactly as they stand there. */
export const Marks = createContext<readonly string[]>([]);

/** A text with every one of the marks in it marked; the longest where several begin at one place. */
export function MarkedText({ text }: { readonly text: string }) {
  const marks = useContext(Marks);
  if (marks.length === 0) return text;
  return markedParts(text, marks).map(({ at, words, isMarked }) =>
    isMarked ? <mark key={at}>{words}</mark> : <Fragment key={at}>{words}</Fragment>,
  );
}
