import { head, named, type Wish, wish } from './human-request-wish.ts';

/** On with whom one had before: 继续跟刚才那个客服聊, 让昨天的师傅给我回电. */
export const wishesForWhomOneHad: readonly Wish[] = [
  // On with whom one had before: 继续跟刚才那个客服聊, 让昨天的师傅给我回电, 还是找之前那个小李
  wish('[MWg][gmouM]{0,3}Ar[aoum]{0,4}(?:[HSDPh]|[xI]{1,3})[gmeoT]{0,3}K(?=[egmp]*$)', {
    bearsRefusal: true,
  }),
  wish('[zF]r[aoum]{0,4}[HSDPh](?=[egpF]*$|[goT]{0,3}(?:A?m[Kvc]|v[Fegmp]*$|U|cm|KA?m?))', {
    bearsRefusal: true,
  }),
  wish('[zF]r[aoum]{0,4}[xI]{1,3}(?=[egpF]*$|[goT]{0,3}(?:A?m[Kvc]|v[Fegmp]*$|U|cm|KA?m?))', {
    only: named,
    bearsRefusal: true,
  }),
  wish('Wr[FvoamcK]{0,5}[HS](?=[egp]*$|[go]{0,2}v)', { bearsRefusal: true }),
  wish('Wr[FvoamcK]{0,6}[xI]{1,3}(?=[go]{0,2}v)', { only: named, bearsRefusal: true }),
  // 之前跟我聊的那位在吗; 能接回刚才那位吗
  wish('rAmKo[aHSh]{1,2}e', { only: /(?:在吗|在不在|在么|呢)$/, bearsRefusal: true }),
  wish('Tv?r[aou]{0,3}[SHP]?e*$', { only: /那位|那个/, bearsRefusal: true }),
  // 叫上次那个客服; 找能解决的人来; put a person on
  wish(`[FWcT][aouMmAcF]{0,4}r[aouMmA]{0,4}[HS]${head}`, { only: /^[^过已]*$/ }),
];
