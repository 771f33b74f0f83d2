import type { Rule } from './found.ts';

const link = '(?:[ \\t]{0,3}(?:号码?|编号|ID|id|number|no\\.?|账号|是|为|is|[:：#，,]))*[ \\t]{0,3}#?';
const linkOnce = link.replace(')*', '){0,3}');
/** Behind these a number is everybody's: a standard, a certificate, an item. */
const publicLabel = /(?:认证编号|证书编号|ISBN|标准|条码|货号|型号|SKU|版本号?|税号|GB\/?T?)[\s:：]{0,2}$/i;
const isPrivate = (_: string, text: string, from: number) =>
  !publicLabel.test(text.slice(Math.max(0, from - 12), from));
const hasDigits = (least: number) => (value: string, text: string, from: number) =>
  (value.match(/\d/g)?.length ?? 0) >= least &&
  isPrivate(value, text, from) &&
  !/^[年月日元件个折]/.test(text.slice(from + value.length, from + value.length + 1));

const orderLabel =
  '(?:订单编号|订单号?|快递单号?|快递|运单号?|物流[单编]号|单号|包裹号|顺丰|[圆中申]通|韵达|极兔|工单号?|[退换]货单号?|UPS|FedEx|DHL|EMS|USPS|order|tracking|parcel|case|ticket|claim|reference|booking|invoice)';
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

/** Numbers of people and of what is theirs, surest first. */
export const numberRules: readonly Rule[] = [
  {
    kind: 'email',
    pattern: /[\w.+-]{1,64}[ ]?@[ ]?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g,
  },
  // Eighteen figures with a date of birth in them. The check digit decides nothing: a mistyped one tells as much.
  {
    kind: 'identity',
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
    fits: (value, text, from) => hasCheckDigit(value) || !isOrder(text, from),
  },
  {
    kind: 'identity',
    pattern: new RegExp(
      `(?:身份证|证件|台胞证|驾驶?证|居住证|社保|\\bSSN\\b|\\bID(?= |:))${linkOnce}(?<value>(?=[A-Z0-9-]{0,10}\\d{4})[A-Z0-9][A-Z0-9-]{5,18})(?![A-Za-z0-9])`,
      'g',
    ),
  },
  { kind: 'identity', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    kind: 'passport',
    pattern: new RegExp(
      `(?:护照|通行证|\\bpassport)${linkOnce}(?<value>[A-Z]{0,2}\\d{6,9})(?![A-Za-z0-9])`,
      'gi',
    ),
  },
  // As China's passports and permits to travel are numbered, with no word beside them.
  {
    kind: 'passport',
    pattern: /(?<![A-Za-z0-9])(?:[EGDSPCHM]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{10})(?![A-Za-z0-9])/g,
    fits: (_, text, from) =>
      !new RegExp(`${orderLabel}${linkOnce}$`, 'i').test(text.slice(Math.max(0, from - 12), from)) &&
      isPrivate(_, text, from),
  },
  {
    kind: 'order',
    pattern: new RegExp(
      `(?<![A-Za-z])${orderLabel}${linkOnce}(?<value>\\d{3,5}(?: \\d{3,5}){2,4}|(?=[A-Z0-9-]{0,12}\\d)[A-Z0-9][A-Z0-9-]{4,30})(?![A-Za-z0-9])`,
      'gi',
    ),
    fits: hasDigits(4),
  },
  { kind: 'order', pattern: /(?<![A-Za-z0-9])1Z[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { kind: 'order', pattern: /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g },
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?<value>[${provinces}][A-Z][ ·•.-]{0,2}(?=[A-Z0-9-]{0,6}\\d)[A-Z]?-?[A-Z0-9]{4,6})(?![A-Za-z0-9])`,
      'g',
    ),
    // As long as a plate one figure says enough, shorter two.
    fits: (value) =>
      /\d.*\d|^.[A-Z][^A-Z0-9]?[A-Z0-9]{5}$/.test(value) && value.replace(/[^A-Z0-9]/g, '').length <= 7,
  },
  {
    kind: 'plate',
    pattern:
      /\b(?:licen[cs]e|number|registration)? ?plate(?: number)?(?: is|:)? {0,2}(?<value>(?=[A-Z0-9 -]{0,8}\d)[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{2,6}){1,2})\b/g,
  },
  { kind: 'order', pattern: /(?<![A-Za-z0-9])[A-Z]{1,4}-?\d{8}(?:-?\d{1,10})?(?:[A-Z]{2})?(?![A-Za-z0-9])/g },
  {
    kind: 'card',
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,4})?(?!\d)/g,
    // An unnamed number of sixteen figures and more is somebody's, card or not, unless it is named as everybody's.
    fits: (value, text, from) => hasLuhnDigit(value) || isPrivate(value, text, from),
  },
  {
    kind: 'phone',
    pattern:
      /(?<!\d)(?<!\d[.,])(?!1[ -]8(?:00|88|77|66)[ -]\d{3}[ -])(?:\(?(?:\+|00)?86\)?[ -]{0,2})?1[ ._-]?[3-9](?:[ ._-]?\d){9}(?![\d])/g,
  },
  { kind: 'phone', pattern: /(?<![\d-])\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /(?<![\d-])0\d{3,4} \d{3} ?\d{3,4}(?!\d)/g },
  {
    kind: 'phone',
    pattern:
      /\+(?=(?:[ ()-]{0,2}\d){8})\d{1,3}(?:[ -]?\(?\d{1,4}\)?){2,5}(?!\d)|(?<![\d-])\(?(?![48]00|88[0-9]|877|866)[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/g,
  },
  {
    kind: 'phone',
    pattern:
      /(?:尾号|尾数|末四位|后四位|last four(?: digits)?|ending (?:in|with))(?:是|为| is|[:： ]){0,2} ?(?<value>\d{4,8})(?!\d)/gi,
  },
  {
    kind: 'account',
    pattern: new RegExp(
      `(?:企业微信|微信|薇信|威信|扣扣|(?<![a-z])v(?=[是信:：])|wechat|\\bvx|v信|\\bwx|企鹅|qq|加q|q号|支付宝|淘宝|京东|会员卡?|户口?|账号|用户名|whatsapp|telegram|skype|line)(?:找我|加我|联系|搜索?)?${linkOnce}(?<value>\\d{5,14}|(?=[A-Za-z_-]{0,19}[\\d_-])[A-Za-z][\\w-]{4,19})(?![\\w])`,
      'gi',
    ),
    fits: (value) => !/^(?:iphone|ipad|win|ios|android)/i.test(value),
  },
  // Whatever else has so many figures in a row is a number of something or somebody.
  { kind: 'order', pattern: /(?<![\d.])\d{10,30}(?!\d)/g, fits: isPrivate },
];

function isOrder(text: string, from: number): boolean {
  return /(?:单号|订单|编号)[\s:：是]{0,3}$/.test(text.slice(Math.max(0, from - 8), from));
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999 (ISO 7064, MOD 11-2). */
export function hasCheckDigit(value: string): boolean {
  const plain = value.replace(/[ -]/g, '').toUpperCase();
  if (plain.length !== 18) return false;
  const sum = idWeights.reduce((total, weight, place) => total + weight * Number(plain[place]), 0);
  return '10X98765432'[sum % 11] === plain[17];
}

/** Luhn's check digit (ISO/IEC 7812-1). */
export function hasLuhnDigit(value: string): boolean {
  let sum = 0;
  const digits = value.replace(/\D/g, '');
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return digits.length > 0 && sum % 10 === 0;
}
