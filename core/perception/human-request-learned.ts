import type { TextModel } from '../learning/text-model.ts';
import { asksWhoSpeaks } from './asks-who-speaks.ts';
import type { Clause } from './human-request-clauses.ts';
import { isInstruction } from './human-request-instructions.ts';

/** The classes of the weights, in their order. */
export const humanRequestClasses = ['other', 'request'] as const;

/**
 * How sure the learned opinion has to be: the least at which rules and opinion together kept a precision of 97 % on our
 * own messages, each asked of weights that had not learned from it.
 */
export const surely = 0.5;

/** Where the letters of concepts stand: ideographs that nobody writes. */
const conceptPlace = 0x3400;
const conceptLetter = /[\u3400-\u347f]/;
/** Longer messages are left to the grammar: what was learned of are short ones. */
const longestView = 400;

/**
 * What the weights are asked about: the message as it is read, and its concepts behind it, clause by clause, so that
 * "let me chat with a pharmacist" is near "I want to talk to a manager".
 */
export function humanRequestView(read: string, clauses: readonly Clause[]): string {
  const concepts = clauses.map((clause) =>
    [...`<${clause.concepts}>`]
      .map((letter) => String.fromCodePoint(conceptPlace + letter.codePointAt(0)!))
      .join(''),
  );
  return `${read.slice(0, longestView)}\n${concepts.join(' ').slice(0, longestView)}`;
}

/** A person, somebody of the service, talk, a transfer, or the machine. */
const cue = /[HSDPhBKcTRJGU]/;
/** Refused, told of an earlier call, a question about hours or money, an attribute (人工湖), or what somebody said. */
const against = /[NLn]|r|[tOVf]|[HS][uao]{0,2}[xK]|i/;

/** Praise or blame of the staff, and who says to be of the staff: 「你们客服人真好」, 「我是你们的客服」. */
const isTalkOfStaff =
  /客服[^,。!?]{0,4}?(?:真|很|挺|太|特别|非常|还|蛮|都)?(?:不错|真好|很好|挺好|太好|可以啊|棒|赞|耐心|热情|专业|负责)|(?:^|[,。!])(?:我|本人|俺)(?:就|也)?是(?:你们|贵|咱们|这|一名|个)?[^,。!?]{0,6}客服|\b(?:your|the) (?:agents?|staff|support|service|people) (?:(?:is|are|was|were) )?(?:very |so |really )?(?:nice|great|kind|helpful|friendly|patient)\b/;

/**
 * The words that make it likely that a person is asked for, where the grammar found no wish; none where it is not
 * likely enough, where nobody is spoken of, or where words speak against it.
 */
export function learnedRequest(read: string, clauses: readonly Clause[], model: TextModel): string[] {
  if (read.length > longestView) return [];
  if (!clauses.some(({ concepts }) => cue.test(concepts))) return [];
  if (clauses.some(({ concepts }) => against.test(concepts))) return [];
  if (isTalkOfStaff.test(read) || asksWhoSpeaks(read) || isInstruction(read)) return [];
  const view = humanRequestView(read, clauses);
  if (model.probabilities(view)[1]! < surely) return [];
  const pieces = model
    .piecesFor(view, 1, 12)
    .filter((piece) => piece.length > 1 && !conceptLetter.test(piece) && read.includes(piece));
  return pieces.length > 0 ? pieces.slice(0, 3) : [read.slice(0, 40)];
}
