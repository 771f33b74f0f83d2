import { fitPlatt } from '../../core/learning/calibrate.ts';
import { type TextModelHead, textModelWeights } from '../../core/learning/text-model.ts';
import type { Columns, Weights } from '../../core/learning/weights-file.ts';
import { humanRequestWords } from '../../core/perception/human-request.ts';
import { loadQuestions } from '../../demo/load-questions.ts';
import { isKeptForTest, rowsOf } from '../data/folder.ts';
import { type HumanRequestRow, humanRequestRows } from '../human-request.ts';
import { type Bag, bagOf, humanRequestSpec, likeliest, trainOnBags } from './bags.ts';

/** Public rows that ask for a person in words that the rules do not know. */
const asksForSomeone =
  /客服人员有在|还没人联系|什么时候会有专员|someone in your|someone better (?:get back|help)|for someone to tell me|get help from someone|给我回个电话|real person|live person|someone real|human being|bot or human|talk to sarah/;
const folds = 5;
const ordinaryRows = 8_000;
const weightOfOrdinary = 0.5;
/** Where public rows speak of people of a service or of calls. */
const spokenOf =
  /人工|真人|客服|专员|工作人员|human|agent|representative|operator|(?:speak|talk|contact|phone|call)\b|someone|somebody|person|customer service/i;

/** Our own rows that may be looked at: those for improving the rules and the other authors' first halves. */
const learnedHalves = [
  'second-author',
  'third-author',
  'fourth-author',
  'fifth-author',
  'sixth-author',
  'seventh-author',
] as const;

export const ownRequestRows = (): HumanRequestRow[] => [
  ...humanRequestRows('development'),
  ...learnedHalves.flatMap((author) => humanRequestRows(author, 'A')),
];

/**
 * Messages taken as asking for nobody: of public sets an even sample of those without any word for a person or a call
 * and all others in which the rules hear no wish, and the demo shop's questions. The fifth that is kept for tests stays
 * out.
 */
export function ordinaryMessages(folder: string): string[] {
  const texts = (name: string): string[] =>
    (rowsOf<{ readonly text?: string; readonly a?: string }>(folder, name) ?? [])
      .filter((row) => !isKeptForTest(row))
      .map(({ text, a }) => text ?? a ?? '');
  const dialogues =
    rowsOf<{ readonly turns: readonly { readonly r: string; readonly text: readonly string[] }[] }>(
      folder,
      'helpdesk_stc3_cn',
    ) ?? [];
  const told = dialogues.flatMap(({ turns }) =>
    turns.filter(({ r }) => r === 'c').flatMap(({ text }) => text),
  );
  const asked = [...texts('intent_en'), ...texts('intent_zh'), ...texts('faq_pairs_zh')];
  const all = [...new Set([...asked, ...told])].filter((text) => text.length < 300);
  const calm = all.filter((text) => !spokenOf.test(text) && !asksForSomeone.test(text));
  const step = Math.max(1, Math.floor(calm.length / ordinaryRows));
  return [
    ...calm.filter((_, place) => place % step === 0),
    ...[...new Set(asked)].filter(
      (text) => text.length < 300 && spokenOf.test(text) && !asksForSomeone.test(text),
    ),
    ...loadQuestions().map(({ text }) => text),
  ].filter((text) => humanRequestWords(text).length === 0);
}

export const ownBags = (rows: readonly HumanRequestRow[]): Bag[] =>
  rows.map(({ text, y }) => bagOf(text, y, 1));
export const ordinaryBags = (texts: readonly string[]): Bag[] =>
  texts.map((text) => bagOf(text, 0, weightOfOrdinary));

/** The score of every own row under a model that has not seen it. */
export function outOfFold(own: readonly Bag[], ordinary: readonly Bag[]): Float64Array {
  const scores = new Float64Array(own.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = trainOnBags([...own.filter((_, place) => place % folds !== fold), ...ordinary]);
    own.forEach((bag, place) => {
      if (place % folds === fold) scores[place] = likeliest(model, bag).score;
    });
  }
  return scores;
}

/** The shipped weights and the columns that may be kept in 8 bits. */
export function trainShippedHumanRequest(folder: string): [weights: Weights, columns: Columns] {
  const own = ownBags(ownRequestRows());
  const ordinary = ordinaryBags(ordinaryMessages(folder));
  const { slope, offset } = fitPlatt(
    outOfFold(own, ordinary),
    own.map(({ y }) => y),
  );
  // The two classes score with opposite signs: half of the log odds each.
  const head: Omit<TextModelHead, 'classes'> = {
    spec: humanRequestSpec,
    sharpness: slope / 2,
    offsets: [-offset / 2, offset / 2],
  };
  const { weights, columns } = textModelWeights(
    'human-request',
    `2-${own.length}-${ordinary.length}`,
    trainOnBags([...own, ...ordinary]),
    head,
  );
  return [weights, columns];
}
