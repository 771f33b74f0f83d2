import { createRandom } from '../../core/chance/random.ts';
import { personalDataIn } from '../../core/knowledge/remove-personal-data.ts';
import type { EvalPart, Figures } from '../part.ts';
import { measurePersonalData, type PersonalDataRow, personalDataRows } from '../personal-data.ts';
import { namesOf } from './names.ts';
import { replaced } from './rows.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { shopLines } from './shop-lines.ts';

/** Titles and 小王 are what the rules find; here names are asked about that nothing stands beside. */
const titled = /^[小老阿大]|(?:先生|女士|小姐|老师|师傅|经理|医生|主任|阿姨|[哥姐总工])$/;

/**
 * Bare names: other names at the places of people in public sentences that nothing was learned from, the lot of new
 * sentences, and what is taken as a name where none is, in a thousand sentences or lines.
 */
export const bareNamesPart: EvalPart = {
  name: 'bare_names',
  needsData: true,
  measure: ({ folders }) => {
    const sentences = sentencesOf(folders!.train, 'test');
    const lot = personalDataRows('bare-names');
    return {
      'bare_names.places': measurePersonalData(withOtherNames(sentences)).figures,
      'bare_names.places.questions': measurePersonalData(
        withOtherNames(sentences.filter(({ source }) => source === 'question')),
      ).figures,
      'bare_names.lot.zh': measurePersonalData(lot.filter(({ language }) => language === 'zh')).figures,
      'bare_names.lot.en': measurePersonalData(lot.filter(({ language }) => language === 'en')).figures,
      'bare_names.takenOfThousand': takenOf(sentences),
    };
  },
};

function withOtherNames(sentences: readonly Sentence[]): PersonalDataRow[] {
  const random = createRandom(3, 9);
  const names = namesOf('test');
  const draw = (): string => {
    for (;;) {
      const name = names.chinese(random);
      if (!titled.test(name)) return name;
    }
  };
  return sentences
    .filter(({ names: places }) => places.length > 0)
    .map(({ text, names: places }) => {
      const again = replaced(text, places, [], draw);
      return {
        text: again.text,
        language: 'zh',
        spans: again.put.map((stretch) => ({ kind: 'name' as const, ...stretch })),
      };
    });
}

/** Of sentences in which the dictionary sees nobody, by source; of all questions and reviews; of the unseen half of the shop. */
function takenOf(sentences: readonly Sentence[]): Figures {
  const taken = (texts: readonly string[]) => {
    const count = texts.reduce(
      (sum, text) => sum + personalDataIn(text).filter(({ kind }) => kind === 'name').length,
      0,
    );
    return Math.round((count / texts.length) * 100_000) / 100;
  };
  const of = (source: Sentence['source'], isWithoutPeople: boolean) =>
    sentences
      .filter((one) => one.source === source)
      .filter(({ names, doubtful }) => !isWithoutPeople || names.length + doubtful.length === 0)
      .map(({ text }) => text);
  return {
    questionsWithoutPeople: taken(of('question', true)),
    reviewsWithoutPeople: taken(of('review', true)),
    postsWithoutPeople: taken(of('post', true)),
    helpdeskWithoutPeople: taken(of('helpdesk', true)),
    questions: taken(of('question', false)),
    reviews: taken(of('review', false)),
    shopUnseen: taken(shopLines('unseen')),
  };
}
