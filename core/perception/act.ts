import type { Perception } from '../terms/perception.ts';
import { saysAnswerFailed } from './failed-answer.ts';
import { readText } from './read-text.ts';

type Act = Perception['act'];

const fillers =
  '亲|非常|十分|太|真的|客服|小姐姐|小哥|老板|啊|呀|哦|噢|呢|吧|哈|嘿|呵|啦|了|的|嘛|咯|哟|嗯|额|那|那个|就|先|都|你|您|你们|大家|there|everyone|guys|sir|madam|team|so|then|well|and|all|for|very|much|a lot|you|it|your|the|help|again|now|that|is|was|just';

/** Whole messages of one kind, fillers allowed. The order decides where a message mixes kinds. */
const acts: readonly (readonly [Act, string])[] = [
  [
    'denial',
    "不是的|不是这个|不是这样|不是|不对|不行|没有用|没用|没有(?!别的|其他|问题)|还是不行|还是没有|还没|还没有|没解决|没有解决|未解决|不可以|不需要|不用|不要|算了|不满意|错了|没(?!别的|事|问题|有)|不|否|no|nope|nah|not really|not helpful|did not|doesnt|does not|doesn't|didn't|work|wrong|incorrect|not solved|not what i asked|not what i meant|not what i need|still not working|still no",
  ],
  [
    'thanks',
    '谢谢|多谢|感谢|谢了|谢啦|谢|3q|thx|辛苦|麻烦|太感谢|thanks?|thank you|tysm|ty|cheers|appreciate',
  ],
  [
    'farewell',
    "再见|拜拜|拜|88|886|回见|回头见|晚安|没事了|没别的|没问题了|没有问题了|没有其他问题|没有别的|bye|bye bye|goodbye|see you|see ya|good night|have a nice day|have a good day|have a good one|have a nice evening|nothing else|that's all|thats all",
  ],
  [
    'greeting',
    '你好|您好|哈喽|哈罗|嗨|喂|在吗|在么|在不在|在不|有人吗|早|早上好|上午好|中午好|下午好|晚上好|早安|hi|hello|hey|hiya|good morning|good afternoon|good evening|greetings|yo',
  ],
  [
    'confirmation',
    '好|好的|好滴|好嘞|好哒|行|可以|可|嗯|恩|对|对的|是|是的|没错|ok|okay|okey|k|收到|明白|明白|知道|懂|了解|解决|已解决|搞定|有用|有帮助|清楚|没问题|yes|yep|yeah|yup|sure|right|correct|great|got it|i see|understood|fine|perfect|solved|helpful|worked|works|cool|alright|good|nice',
  ],
];

/** Latin words must stand alone: a "kit" is no "k it". */
const bounded = (words: string) =>
  `(?:${words.replace(/(?<=^|\|)[a-z0-9][^|]*/g, "(?<![a-z0-9'])(?:$&)(?![a-z0-9'])")})`;

const patterns = acts.map(([act, words], place) => {
  const rest = [fillers, ...acts.slice(place + 1).map(([, other]) => other)].join('|');
  return {
    act,
    pattern: new RegExp(`^(?:${bounded(`${words}|${rest}`)} ?){1,12}$`, 'u'),
    own: new RegExp(bounded(words), 'u'),
  };
});

/** What kind of turn a message is. Whatever says more than politeness or yes and no counts as a question. */
export function actOf(text: string): Act {
  const read = readText(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/(\p{Script=Han})\1+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (read === '') return /[?？]/.test(text) ? 'question' : 'empty';
  // Nothing longer is only politeness, and no pattern needs to try.
  if (read.length > 40) return 'question';
  if (/[?？]/.test(text) && !/^(?:在吗|在么|在不在?|有人吗|hello|hi|你好)/u.test(read)) return 'question';
  if (saysAnswerFailed(read)) return 'denial';
  return patterns.find(({ pattern, own }) => own.test(read) && pattern.test(read))?.act ?? 'question';
}
