import { matchesIn } from '../../learning/matches-in.ts';
import { type FoundData, mask, maskedAt } from './found.ts';

const placeWord =
  '(?:大道|[路街道巷弄里园苑城区村庄寓厦场期院府邸湾居坊阁轩]|胡同|小区|花园|公寓|大厦|广场|中心)';
/** A road or an estate with the number of a house: the heart of an address. */
const heart = new RegExp(
  `${placeWord}(?:[东南西北中前后内外一二三四五六七八九十]{0,2}段|[东南西北中前后内外])?[一二三四五六七八九十]{0,2}期?[甲乙丙丁]?\\s?[A-Z]?\\d{1,5}(?:\\s?(?:号院|号楼|号(?!口|线|文件)|弄|栋|幢|座|楼|单元)|(?:-\\d{1,4}){1,3})`,
  'gu',
);
/** What goes on after it. */
const detail =
  /^[\p{Script=Han}A-Za-z]{0,12}?(?:\s?[A-Z]?\d{1,5}(?:-\d{1,4}){0,3}(?!\d|\s?[天日月年个件点小分元块钱次人箱包袋套瓶双斤米公])(?:号院|号楼|号|弄|栋|幢|座|楼|层|单元|室|期)?|号院|栋|幢|座|单元|室|大厦|中心|广场|公寓|花园|小区|[苑园]|门卫|丰巢柜|快递柜|[A-Z]塔|[A-Z]座|之[一二三四五])(?=$|[^\d])/u;
const longestAddress = 70;
/** A road and number of the shop's own. */
const publicPlace =
  /\b(?:our|your|the) (?:\w{1,12} )?(?:store|shop|office|branch|showroom|warehouse)\b|(?:门店|店铺|本店|总店|分店|旗舰店|体验店|仓库|工厂|总部|我们公司|我司|网点|售后点|维修点|自提点|展厅)/i;
/** In front of an address, never part of it. */
const lead =
  /(?:收货地址|收件地址|寄件地址|新地址|详细地址|地址|住址|改成|改为|换成|寄到|寄给|寄回|寄往|寄|送到|送去|送|发到|发往|发|住在|家住|我住|住|我家在|我家|家在|放在|放|退到|退回|位于|搬到|公司在|人在|在|是|为|到|去)(?:了)?/gu;
const stop = /(?:收不到|找|收|谢谢|吧|就行|没|不|违停|电话|手机|呢|的|可以|能|行|，|,)/;

/** Addresses: a road or an estate with a house number, what leads to it and what goes on after it. Linear. */
export function findAddresses(text: string): { found: FoundData[]; masked: string } {
  const found: FoundData[] = [];
  let end = 0;
  for (const match of matchesIn(text, heart)) {
    if (match.index < end) continue;
    const from = startOf(text, match.index, end);
    const clause = text.slice(Math.max(0, from - 14), match.index);
    const to = endOf(text, match.index + match[0].length);
    if (
      publicPlace.test(clause) ||
      /[^\d]店$/.test(text.slice(from, to + 6).match(/^[^\s，。,；]*/)?.[0] ?? '')
    )
      continue;
    found.push({ kind: 'address', from, to });
    end = to;
  }
  const masked = maskedAt(text, found);
  const labelled: FoundData[] = [];
  for (const { kind, pattern } of labelledRules)
    for (const match of matchesIn(masked, pattern)) {
      const value = match.groups?.value ?? match[0];
      const from = match.index + match[0].lastIndexOf(value);
      if (publicPlace.test(masked.slice(Math.max(0, from - 24), from))) continue;
      const to = from + value.length;
      const same = labelled.findIndex((one) => from < one.to && one.from < to);
      if (same < 0) labelled.push({ kind, from, to });
      // Two rules saw parts of one address.
      else {
        const { from: first, to: last } = labelled[same]!;
        labelled[same] = { kind, from: Math.min(from, first), to: Math.max(to, last) };
      }
    }
  return { found: [...found, ...labelled], masked: maskedAt(masked, labelled) };
}

function startOf(text: string, heartAt: number, after: number): number {
  const earliest = Math.max(after, heartAt - 36);
  let from = heartAt;
  while (from > earliest && /[\p{Script=Han}A-Za-z0-9]/u.test(text[from - 1]!)) from -= 1;
  // What leads to the address ends it: the last such word before the region or the road begins.
  let begin = from;
  const before = text.slice(from, heartAt);
  // 「银川市兴庆区解放东街」: behind the region nothing leads to the address any more.
  const region = before.search(/[省市区县州盟旗镇乡]/);
  for (const found of matchesIn(before, lead)) {
    if (region >= 0 && found.index > region) break;
    const behind = found.index + found[0].length;
    // 「解放大道」: the road's own name ends like a word that leads to one.
    if (behind < before.length || found.index === 0) begin = from + behind;
  }
  return begin;
}

function endOf(text: string, heartEnd: number): number {
  let to = heartEnd;
  const last = Math.min(text.length, heartEnd + longestAddress);
  for (;;) {
    const rest = text.slice(to, Math.min(last, to + 24));
    const next = detail.exec(rest.startsWith(' ') ? rest.slice(1) : rest);
    if (!next || next[0] === '' || stop.test(next[0])) return to;
    const space = rest.startsWith(' ') ? 1 : 0;
    to += next[0].length + space;
  }
}

const place = '(?:省|市|自治区|区|县|镇|乡|村|街道|路|街|巷|弄|号|栋|幢|座|单元|室|楼|小区|花园|公寓|大厦)';
const street =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Way|Court|Ct|Boulevard|Blvd|Terrace|Place|Pl|Square|Sq|Park|Close|Crescent|Parkway|Pkwy|Highway|Hwy|Row|Walk|Gardens|Grove|Mews|Hill|Circle|Cir|Trail|Quay|Alley|Broadway)(?: [NSEW]{1,2}\\b)?';
/** Other words that streets are named by, in the list of the post of the United States (Publication 28, C1). */
const seldomStreet =
  '(?:Annex|Arcade|Bayou|Beach|Bend|Bluffs?|Bridge|Brooks?|Burg|Bypass|Camp|Canyon|Causeway|Center|Centre|Cliffs?|Club|Common|Corner|Course|Cove|Creek|Crest|Crossing|Crossroad|Curve|Dale|Estates?|Expressway|Extension|Falls|Ferry|Fields?|Flats?|Fords?|Forest|Forge|Forks?|Fort|Freeway|Gateway|Glens?|Greens?|Harbou?rs?|Haven|Heights|Highlands|Hills|Hollow|Inlet|Islands?|Isle|Junctions?|Knolls?|Lakes?|Landing|Loaf|Locks?|Lodge|Loop|Mall|Manors?|Meadows?|Mills?|Mission|Motorway|Mountains?|Neck|Orchard|Oval|Overpass|Parade|Parks|Path|Pike|Pines?|Plains?|Plaza|Points?|Ports?|Prairie|Radial|Ranch|Rapids?|Rest|Ridges?|Rise|River|Route|Rue|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares|Station|Stravenue|Stream|Streets|Summit|Throughway|Trace|Track|Tunnel|Turnpike|Underpass|Unions?|Valleys?|Via|Viaduct|Views?|Villages?|Ville|Vista|Wells?)';
const labelledRules = [
  // An estate with the number of a building and no road: 「放翠湖天地6号楼的丰巢柜」.
  {
    kind: 'address',
    pattern:
      /(?:放在?|送[到去]?|寄[到往]?|住在?|搬到|家在|在|地址|是)(?<value>\p{Script=Han}{2,10}(?:[一二三四五六七八九\d]期)?[A-Z]?\d{1,3}(?:号楼|栋|幢|座)(?:[\d一二三四五六]{1,2}单元)?(?:\d{1,2}[层楼])?(?:\d{2,4}[室号]?|-\d{1,4}(?:-\d{1,4})?)?)/gu,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:收货地址|收件地址|寄件地址|新地址|地址|住址|住在|家住|我住|寄到|寄给|送到|发到)(?:是|为|改成|改为|[:：])?\\s{0,3}(?<value>(?=[^，。；;！？\\n${mask}]{0,40}${place})(?=[^，。；;！？\\n${mask}]{0,60}\\d)[^，。；;！？\\n${mask}]{4,60})`,
      'gu',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<value>(?:\\b(?:Flat|Apt|Unit|Suite|Room|Rm|Apartment) #?\\w{1,5},? (?:\\d{1,2}\\/F,? )?)?\\b\\d{1,5}[A-Z]?,? (?:(?:[A-Z][\\w'’]{1,20}|\\d{1,3}(?:st|nd|rd|th)|[NSEW]\\.?) ){1,4}${street}\\b\\.?(?:, ?(?:Apt|Flat|Unit|Suite|[A-Z0-9])[\\w ]{0,25}){0,4})`,
      'g',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:\\b(?:my |shipping |delivery |home |new )?address(?: is|:)\\s{0,3}|\\bi live (?:at|on) )(?<value>(?=[^.;!?\\n${mask}]{0,60}\\d)[^.;!?\\n${mask}]{5,80})`,
      'gi',
    ),
  },
  // A door, a number and capitals up to a town, or a street of the longer list before a flat or a town.
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<value>(?:\\b(?:Flat|Apt|Unit|Suite|Room|Studio|Apartment)\\.? #?\\w{1,5},? \\d{1,5}[A-Za-z]? (?:[A-Z][\\w'’-]{1,20} ?){1,3}|\\b\\d{1,5}[A-Za-z]?,? (?:[A-Z][\\w'’-]{1,20} ){1,3}${seldomStreet}(?= (?:Suite|Apt|Unit)|, ?[A-Z]))(?:,? (?:Apt|Flat|Unit|Suite)\\.? [\\w]{1,6})?(?:, ?[A-Z][\\w'’-]{1,20}(?: [A-Z][\\w'’-]{1,20}){0,2}){0,3})`,
      'g',
    ),
  },
  // Behind words that lead to a place: a number, capitals, a comma and a town.
  {
    kind: 'address',
    pattern:
      /\b(?:to|at|address(?: is|:)?|from|near) (?<value>(?:(?:Flat|Studio|Unit|Apt)\.? \w{1,5},? )?\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’-]{1,20} ){0,3}[A-Z][\w'’-]{1,20}(?: (?:Suite|Apt|Unit)\.? \w{1,6})?(?:, ?[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,2}){1,3})/g,
  },
] as const;
