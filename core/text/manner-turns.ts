import type { Bilingual } from '../terms/language.ts';
import type { Phrasings } from './manner.ts';

/** What is asked back, offered or said in passing. The first of each is the one that is said to a calm customer first. */
export const turnText = {
  clarify: {
    zh: ['您想了解的是下面哪一个？', '为了不答错，请您选一下，是下面哪一个？', '您指的是下面哪一个？'],
    en: [
      'Which of these do you mean?',
      'So that I don’t get it wrong: which of these is it?',
      'Is it one of these?',
    ],
  },
  clarifyOne: {
    zh: ['您想问的是这个吗？', '是这个问题吗？', '您指的是这一个吗？'],
    en: ['Is this what you mean?', 'Is it this one?', 'Would this be your question?'],
  },
  /** To somebody under stress: one tap, and why. */
  clarifyStrained: {
    zh: [
      '不耽误您，点一下是哪个问题就行：',
      '请点一下是下面哪个，我接着答：',
      '先确认一下，免得答错耽误您：是哪一个？',
    ],
    en: [
      'To save you time, just tap the one that fits:',
      'Tap the one that fits and you get the answer at once:',
      'Just to get it right the first time – which one is it?',
    ],
  },
  unknown: {
    zh: [
      '这个问题我没有查到可靠的资料，不敢随便回答您。要请人工客服帮您看看吗？您也可以换个说法再问一次。',
      '这个问题我手上还没有可靠的资料，不想让您走弯路。要我请人工客服来看看吗？换个说法再问我也可以。',
      '关于这个，我没有查到靠得住的答案。需要的话，我请人工客服来帮您；您也可以补充一点细节，我再查一次。',
    ],
    en: [
      'I couldn’t find anything reliable on this, so I’d rather not guess. Shall I bring in a person? You can also try asking in other words.',
      'I have nothing reliable on this yet and don’t want to send you the wrong way. Shall I bring in a person? You can also put it another way.',
      'I found no answer I can stand behind. Shall I bring in a person? Or give me a little more detail and I’ll look again.',
    ],
  },
  unknownStrained: {
    zh: [
      '这件事我没有查到可靠的资料，不想耽误您。要我现在就请人工客服来处理吗？您说过的会一并转过去。',
      '这件事我没有把握，不敢随便答您。我现在就请人工客服接手，好吗？前面的对话会带过去，不用再重复。',
      '我没有可靠的答案，不让您白等。要转给人工客服吗？您说过的都会带过去。',
    ],
    en: [
      'I found nothing reliable on this and don’t want to hold you up. Shall I bring in a person right away? What you’ve said goes along.',
      'I’m not certain enough to answer this. Shall I bring in a person now? They will have everything said so far, so you won’t have to repeat it.',
      'I have no reliable answer and won’t keep you waiting for one. Shall I hand this to a person, with everything you’ve told me?',
    ],
  },
  thanks: {
    zh: [
      '不客气！还有别的问题，随时告诉我。',
      '不客气，能帮上就好。有需要随时找我。',
      '应该的！后面有问题再来问我。',
    ],
    en: [
      'You’re welcome! If there is anything else, just ask.',
      'Any time! Just write if something else comes up.',
      'You’re welcome – ask again whenever you need.',
    ],
  },
  farewell: {
    zh: ['感谢您的咨询，祝您生活愉快！', '好的，再见！有需要随时来问。', '再见，祝您一切顺利！'],
    en: [
      'Thank you for getting in touch. Have a good day!',
      'Goodbye! Just write whenever you need something.',
      'Goodbye, and all the best!',
    ],
  },
  confirmed: {
    zh: ['好的。还有什么可以帮您？', '好的，还有别的问题吗？', '明白了。需要时随时叫我。'],
    en: [
      'Good. Is there anything else I can help with?',
      'All right. Anything else?',
      'Good – just write when you need me.',
    ],
  },
  denied: {
    zh: [
      '抱歉，我没有理解对。您可以换个说法再告诉我一次，或者直接转人工。',
      '看来我没答到点子上。您再说一下具体是哪里不对，我重新查；也可以直接转人工。',
      '没帮上您。换个说法再告诉我一次，或者直接转人工，都可以。',
    ],
    en: [
      'Sorry, I got that wrong. You could put it another way, or talk to a person right away.',
      'That missed the point, it seems. Tell me what is different and I’ll look again – or talk to a person right away.',
      'That didn’t help. Put it another way, or talk to a person right away – whichever you like.',
    ],
  },
  /** In passing, to somebody under stress: nothing cheerful, and the way on. */
  stillHere: {
    zh: [
      '还有没解决的，直接告诉我；想找人工客服，随时可以转。',
      '请接着说，我在；需要人工客服，随时可以转。',
      '哪里还没处理好，告诉我就行，也可以直接转人工。',
    ],
    en: [
      'Tell me what is still open; you can talk to a person at any time.',
      'Please go on; you can talk to a person whenever you want.',
      'What is left to settle? You can also talk to a person right away.',
    ],
  },
} satisfies Record<string, Phrasings>;

/** What leads to an answer of which all or a part was given before: it is never given in full again. */
export const againText = {
  more: {
    zh: ['除了前面说的，这一点也有关系：', '前面没说到的还有这些：', '再补充一点：'],
    en: ['Beyond what I said above:', 'This is what I left out above:', 'One thing more:'],
  },
  point: {
    zh: ['前面的回答里，说到这一点的是：', '这一点前面说过，要点是：', '就您问的这点，说明里是这样写的：'],
    en: [
      'The part of my earlier answer that is about this:',
      'I mentioned this above; the point is:',
      'On exactly this, it says:',
    ],
  },
  nothing: {
    zh: [
      '这件事我查得到的，前面都说了，就不再重复一遍。您告诉我还差哪一点，我再查；也可以直接转人工。',
      '前面那条就是我手上的全部资料。哪一步不行，或者还缺什么，告诉我就行；也可以直接转人工。',
    ],
    en: [
      'What I can find on this is all above, so I won’t repeat it. Tell me what is missing and I’ll look again – or talk to a person right away.',
      'The answer above is all I have. Tell me which step fails or what is missing, or talk to a person right away.',
    ],
  },
  others: {
    zh: [
      '这件事我查得到的，前面都说了。如果不是您要的，是不是想问下面这个？也可以直接转人工。',
      '前面那条不是您要的？看看是不是下面这个；都不是的话，可以直接转人工。',
    ],
    en: [
      'What I can find on this is all above. If it isn’t what you need, is it this one? You can also talk to a person right away.',
      'Not what you need? See whether it is this one; if not, you can talk to a person right away.',
    ],
  },
} satisfies Record<string, Phrasings>;

/** To a message that asks several things, after the first answer. */
export const furtherText = {
  answer: { zh: '另一件事，「{title}」：', en: 'And on your other question, “{title}”:' },
  choices: {
    zh: '您问的另一件事，是下面这个吗？不是的话，换个说法告诉我。',
    en: 'And your other question – is it one of these? If not, please put it another way.',
  },
} satisfies Record<string, Bilingual>;

/** After the words of a handover: what went along, and what happens then. */
export const handedOverText = {
  passedOn: {
    zh: [
      '您说的情况和前面的对话都会一并转交，不用再重复。',
      '前面的对话会完整转过去，您不用再说一遍。',
      '您说过的都会带过去，同事一接手就能看到。',
    ],
    en: [
      'What you’ve told me goes along with the whole conversation, so you won’t have to repeat it.',
      'The whole conversation goes along; you won’t have to say it again.',
      'Everything you’ve said goes along, and my colleague sees it at once.',
    ],
  },
  /** Where the words before have not named the trouble. */
  passedOnTrouble: {
    zh: [
      '「{trouble}」的情况和前面的对话都会一并转交，不用再重复。',
      '我会把「{trouble}」和前面的对话一起转过去，您不用再说一遍。',
    ],
    en: [
      'I’m passing on that {trouble}, with the whole conversation, so you won’t have to repeat it.',
      'The note to my colleague says that {trouble}; the whole conversation goes along.',
    ],
  },
  next: {
    zh: ['轮到您时，同事会直接在这里回复。', '同事接手后会在这里直接回复您，等待时有要补充的可以先写下来。'],
    en: [
      'When it is your turn, a colleague will reply right here.',
      'A colleague will reply right here; if there is more to say, you can already write it.',
    ],
  },
} satisfies Record<string, Phrasings>;
