import type { Bilingual, Language } from '../terms/language.ts';
import { factsOfContact } from '../text/assist.ts';

/** A fact of a customer: of which record it is, and what it says. */
export interface ContactFact {
  readonly label: string;
  readonly value: string;
  readonly of: string;
}

/** What the host system told of a customer. */
export interface KnownOfContact {
  readonly attributes: Readonly<Record<string, string>>;
  /** Orders and the like, the latest first unless their facts carry dates. */
  readonly records: readonly {
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  }[];
}

const mostFacts = 6;
const mostOfRecord = 4;
const longestValue = 200;

/** Which words make a kind of fact bear on the question, and which labels carry it. */
const matters: readonly { readonly asked: RegExp; readonly label: RegExp }[] = [
  {
    asked: /快递|物流|包裹|发货|到货|收到|送到|签收|到哪|几天到|parcel|package|deliver|ship|track|arrive/i,
    label: /状态|物流|快递|单号|承运|发货|签收|预计|status|carrier|track|deliver|ship|eta/i,
  },
  {
    asked: /退款|退货|换货|退|换|发票|付款|多少钱|优惠|refund|return|exchange|invoice|paid|pay|price|charge/i,
    label: /状态|实付|金额|付款|商品|签收|下单|发票|status|paid|amount|total|item|placed|deliver|invoice/i,
  },
  {
    asked: /设备|型号|固件|连不上|坏|故障|保修|device|model|firmware|broken|warranty|connect/i,
    label: /设备|型号|固件|序列|保修|商品|购买|device|model|firmware|serial|warranty|item|bought/i,
  },
  {
    asked: /套餐|会员|等级|积分|升级|续费|权益|plan|tier|member|points|upgrade|renew|subscription/i,
    label: /套餐|会员|等级|积分|到期|plan|tier|member|points|expire|renew/i,
  },
];
const speaksOfOrder =
  /订单|下单|快递|物流|包裹|发货|到货|签收|退款|退货|换货|发票|我买的|买了|刚买|\border|parcel|package|deliver|ship|refund|return|exchange|invoice|bought/i;

/**
 * The facts of this customer that bear on what they ask, best first, at most six: of the record that they name by its
 * number, else of the latest one where they speak of an order, else what its labels say of the matter.
 */
export function factsFor(
  question: string,
  said: string,
  known: KnownOfContact,
  language: Language,
): ContactFact[] {
  if (question.trim() === '') return [];
  const matter = matters.filter(({ asked }) => asked.test(question));
  const worthOf = (label: string, value: string) =>
    (matter.some((one) => one.label.test(label)) ? 2 : 0) +
    (isNamed(value, question) ? 2 : 0) +
    (sharesWord(label, question) ? 1 : 0);
  const chosen = recordFor(question, said, known.records);
  const ofRecord = (chosen?.facts ?? [])
    .map(({ label, value }, place) => ({ label, value, worth: worthOf(label, value), place }))
    .sort((one, other) => other.worth - one.worth || one.place - other.place)
    .slice(0, mostOfRecord)
    .map(({ label, value }) => factOf(label, value, chosen!.title));
  const ofContact = Object.entries(known.attributes)
    .filter(([name]) => name !== 'note')
    .map(([name, value]) => ({
      label: nameOf(name, language),
      value,
      worth: worthOf(`${name} ${nameOf(name, language)}`, value),
    }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .map(({ label, value }) => factOf(label, value, customer[language]));
  return [...ofRecord, ...ofContact].slice(0, mostFacts);
}

const customer: Bilingual = factsOfContact.customer;

function nameOf(attribute: string, language: Language): string {
  const known = factsOfContact.names as Readonly<Record<string, Bilingual>>;
  return (Object.hasOwn(known, attribute) ? known[attribute]?.[language] : undefined) ?? attribute;
}

function recordFor(question: string, said: string, records: KnownOfContact['records']) {
  const holds = (text: string) =>
    records.find(
      ({ title, facts }) =>
        numbersIn(title).some((one) => text.includes(one)) ||
        facts.some(({ value }) => numbersIn(value).some((one) => text.includes(one))),
    );
  const named = holds(question.toUpperCase()) ?? holds(said.toUpperCase());
  if (named) return named;
  const byThing = records.find(({ facts }) => facts.some(({ value }) => isNamed(value, question)));
  if (byThing) return byThing;
  const isOfOrder = speaksOfOrder.test(question) || matters[2]!.asked.test(question);
  return isOfOrder ? latest(records) : undefined;
}

/** Numbers by which people name an order or a parcel. */
function numbersIn(text: string): string[] {
  return (
    text
      .toUpperCase()
      .match(/[A-Z]{0,4}-?\d[\dA-Z-]{5,30}/g)
      ?.filter((one) => (one.match(/\d/g)?.length ?? 0) >= 6) ?? []
  );
}

/** By the latest date among the facts; as they stand where none carries a date. */
function latest(records: KnownOfContact['records']) {
  const dated = records.map((record, place) => ({
    record,
    place,
    at: dateIn(`${record.title} ${record.facts.map(({ value }) => value).join(' ')}`),
  }));
  return dated.sort((one, other) => other.at - one.at || one.place - other.place)[0]?.record;
}

function dateIn(text: string): number {
  const days = [...text.matchAll(/(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/g)].map(([, year, month, day]) =>
    Date.UTC(Number(year), Number(month) - 1, Number(day)),
  );
  return Math.max(0, ...days);
}

/** Whether the question says a name that stands in the value: three Chinese characters in a row, or a word of four letters. */
function isNamed(value: string, question: string): boolean {
  const names = value.match(/\p{Script=Han}{3,}|[\p{Script=Latin}\d]{4,}/gu) ?? [];
  const read = question.toLowerCase();
  return names.some((name) => {
    if (!/\p{Script=Han}/u.test(name)) return read.includes(name.toLowerCase());
    for (let at = 0; at + 3 <= name.length; at++) if (read.includes(name.slice(at, at + 3))) return true;
    return false;
  });
}

function sharesWord(label: string, question: string): boolean {
  const han = label.match(/\p{Script=Han}{2}/gu) ?? [];
  const words = label.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return [...han, ...words].some((word) => question.toLowerCase().includes(word));
}

const factOf = (label: string, value: string, of: string): ContactFact => ({
  label,
  value: value.slice(0, longestValue),
  of,
});
