import type { Language } from '../terms/language.ts';
import { type HiddenKind, hiddenData } from '../text/answers.ts';

interface Rule {
  readonly kind: HiddenKind;
  /** What matches group `kept`, if there is one, stays before the word that replaces the rest. */
  readonly pattern: RegExp;
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧';
const place = '(?:省|市|自治区|区|县|镇|乡|村|街道|路|街|巷|弄|号|栋|幢|座|单元|室|楼|小区|花园|公寓|大厦)';

/** In this order: what is longer and surer comes first. Every quantifier is bounded: linear on hostile text. */
const rules: readonly Rule[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  {
    kind: 'order',
    pattern:
      /(?<kept>(?:订单编号|订单号|订单|快递单号|运单号|物流单号|单号|order (?:number|no\.?|id)|order|tracking (?:number|no\.?))\s{0,3}(?:是|为|is|[:：#])?\s{0,3}#?)(?=[A-Z0-9-]{0,20}\d)[A-Z0-9](?:[A-Z0-9-]{4,30})(?![A-Z0-9])/gi,
  },
  { kind: 'order', pattern: /(?<![A-Za-z0-9])[A-Z]{1,4}-?\d{8}(?:-?\d{1,10})?(?![A-Za-z0-9])/g },
  {
    kind: 'identity',
    pattern: /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  },
  { kind: 'card', pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g },
  {
    kind: 'phone',
    pattern: /\+\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\d)|(?<!\d)\(?(?![48]00)\d{3}\)?[ -]\d{3}-\d{4}(?!\d)/g,
  },
  // Whatever else has so many digits in a row is a number of something or somebody.
  { kind: 'order', pattern: /(?<![\d.])\d{10,30}(?!\d)/g },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<kept>(?:收货地址|收件地址|新地址|地址|住址|住在|家住|我住|寄到|寄给|送到|发到)(?:是|为|改成|改为|[:：])?\\s{0,3})(?=[^，。；;！？\\n]{0,40}${place})(?=[^，。；;！？\\n]{0,60}\\d)[^，。；;！？\\n]{4,60}`,
      'g',
    ),
  },
  {
    kind: 'address',
    pattern:
      /(?=\p{Script=Han}{2,20}[省市区])(?=[\p{Script=Han}\s-]{0,40}\d)(?:\p{Script=Han}{2,7}(?:省|自治区))?\p{Script=Han}{2,7}市\p{Script=Han}{1,8}(?:区|县|市)[\p{Script=Han}\d\s-]{2,30}?\d{1,5}\s?(?:号|弄|栋|幢|室)(?:[\p{Script=Han}\d\s-]{1,20}?(?:室|单元|楼|栋))?/gu,
  },
  {
    kind: 'address',
    pattern:
      /(?<kept>\b(?:my |shipping |delivery |home |new )?address(?: is|:)\s{0,3}|\bi live (?:at|on) )(?=[^.;!?\n]{0,60}\d)[^.;!?\n]{5,80}/gi,
  },
  {
    kind: 'name',
    pattern:
      /(?<kept>(?:我叫|我名字叫|名字是|姓名|收件人|收货人|联系人|本人)(?:是|为|叫|[:：])?\s{0,3})(?!写|填|怎|是|改|不|的|电|姓|信|变|错|可|能|要|有|没|签)\p{Script=Han}{2,4}(?=[，。,.！!；;\s]|$)/gu,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:欧阳|司马|上官|诸葛|[${surnames}])(?:\\p{Script=Han}{0,2})(?:先生|女士|小姐|太太)`,
      'gu',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?<kept>我是|我姓)[${surnames}]\\p{Script=Han}{0,2}(?=[，。,.！!；;\\s]|$)`, 'gu'),
  },
  {
    kind: 'name',
    pattern:
      /(?<kept>\b(?:[Mm]y name is|[Nn]ame:|[Tt]his is|I'm|I am|[Ii]'m called|[Dd]ear)\s)[A-Z][a-z]{1,20}(?:\s[A-Z][a-z]{1,20}){0,2}(?![a-z])/g,
  },
  { kind: 'name', pattern: /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z][a-z]{1,20}/g },
];

/**
 * The text without what tells who somebody is: phone, e-mail, order, identity and card numbers, addresses and names
 * give way to a neutral word in brackets. The numbers of the shop that start with 400 or 800 stay. It errs on the
 * side of taking out too much: a reviewer can put a public address back, nobody can take a leaked one back.
 */
export function removePersonalData(text: string, language: Language): string {
  // As Chinese input methods write digits and letters.
  let clean = text.replace(/[０-９Ａ-Ｚａ-ｚ＠．＋－]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  for (const { kind, pattern } of rules)
    clean = clean.replace(pattern, (...found: unknown[]) => {
      const groups = found.at(-1);
      const kept =
        typeof groups === 'object' && groups !== null ? (groups as { kept?: string }).kept : undefined;
      return `${kept ?? ''}${hiddenData[language][kind]}`;
    });
  return clean;
}
