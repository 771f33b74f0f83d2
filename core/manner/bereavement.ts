/**
 * Words that say that somebody has died. 走了 alone is most often a departure, and 没了 a thing that is gone: both need
 * a person before them.
 */
const chinese =
  /去世|过世|离世|逝世|病逝|病故|身故|亡故|不在人世|(?:葬礼|丧事|追悼会|头七|遗物|遗体)|(?:爸|妈|爸爸|妈妈|父亲|母亲|老人|爷爷|奶奶|外公|外婆|姥姥|姥爷|老伴|爱人|丈夫|妻子|老公|老婆|孩子|儿子|女儿|(?<![小大帅])哥哥?|(?<![小])姐姐?|弟弟?|妹妹?)(?:他|她)?(?:前几天|前天|昨天|今天|上周|上个?月|上星期|刚刚?|已经|突然|不久前|最近)?(?:走了|没了|人没了|不在了)/u;
const english =
  /\b(?:passed away|has died|have died|had died|just died|recently died|(?:he|she|who|mum|mom|mother|dad|father|wife|husband|son|daughter|brother|sister|grandmother|grandfather|grandma|grandpa|partner|friend) (?:suddenly |recently |just |sadly )?(?:died|passed)|death of my|funeral|deceased|bereave(?:d|ment)|my late (?:father|mother|wife|husband|son|daughter|brother|sister|partner))\b/i;
/** The battery died, and a phone's account outlives nobody. */
const things =
  /\b(?:battery|phone|lamp|torch|light|screen|engine|car|laptop|app|link)(?: \w+){0,2} (?:died|passed away)\b/i;

/** Whether a message tells of a death: then no trouble with an order is met before it, and nobody is let down. */
export function tellsOfDeath(text: string): boolean {
  const read = text.slice(0, 600);
  return chinese.test(read) || (english.test(read) && !things.test(read));
}
