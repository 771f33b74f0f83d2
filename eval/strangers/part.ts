import type { EvalPart } from '../part.ts';
import { figuresOfStrangers, judgeStrangers } from './measure.ts';
import { talkWithDemo } from './talk.ts';

/** What the built-in assistant says to strangers: questions out of nowhere and whole conversations, in two halves. */
export const strangersPart: EvalPart = {
  name: 'strangers',
  needsData: false,
  measure({ say }) {
    say('strangers: learning the shop’s intents');
    const judged = judgeStrangers(talkWithDemo());
    return {
      'strangers.first': figuresOfStrangers(judged, 'first'),
      'strangers.second': figuresOfStrangers(judged, 'second'),
    };
  },
};
