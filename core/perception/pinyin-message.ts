import { isPinyin } from '../learning/syllables.ts';

/** English words that are whole syllables, too: they tell nothing. */
const english = new Set(
  'a aaa ace age agenda ai along alongside america american an are area aren aside ate aware bake balance banana bang banning base ben bike bin bone buying cage cake came can canada care case chance change chase che cheese cheque chili china chinese cuisine dan dance danger dare data date dating debate decade decide delete denver dice die dine dining due duke e ease easier eating emote ensure entire erase face fade fake fame fan fang fare fate fence foe fuse future game gang gate gene generate guarantee guidance guide gun hang hate he hence here house huge human jude june keen kenya la landing lane language late lie like line linen lisa long longer machine made make male man manage marine me mean meaning media meeting men menu mexican miami mice mileage mine minute mode mole more mouse name naming needing nice nine o ode one open orange page pan panda paying pending pie pin pine ping pure ran range re reading realize refuse remaining remote rename reno rice ride rise route routing rude rule run running sage saline same san sane sang saying sea secure see seen sending sepa sequence shake shame shan share she shine side siri site size song sue suite sun sure sushi take taken tan tee teen time tire tune wage waiting wake wang wanna wanting ware women wore ya yang ye you'.split(
    ' ',
  ),
);

/** One word by itself must look like nothing else: fapiao, tuihuo. */
const unmistakable = /zh|(?:^|[aeioung])x|q[^u]|uo|iao|uang|iang|uai|[dtgklhcsrz]ui$/;

/** Whether all of a message in Latin letters is pinyin: tuihuo zenme ban. Words in lower case. */
export function isPinyinMessage(words: readonly string[]): boolean {
  if (words.length === 0 || !words.every(isPinyin)) return false;
  return words.length === 1
    ? unmistakable.test(words[0]!) && !english.has(words[0]!)
    : words.some((word) => !english.has(word));
}
