const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
/** Phones, orders, parcels, cards, identity numbers: rows of digits and letters, and groups of digits as cards and phones are written. */
const numbers = [
  /(?<![\w-])\+?[A-Za-z\d](?:-?[A-Za-z\d]){5,31}(?![\w-])/g,
  /(?<![\w-])(?:\d{4} ){2,4}\d{1,4}(?!\w)/g,
  /(?<![\w-])(?:\+?86 ?)?1[3-9]\d \d{4} \d{4}(?!\w)/g,
];
const fewestDigits = 6;

/**
 * Numbers and addresses in a draft by which a person or an order is known, and which stand nowhere in what belongs to
 * this conversation: what was said in it, what is known of the contact, what is published. They may be another
 * customer's, pasted by mistake. As written in the draft, each once.
 */
export function foreignData(draft: string, known: string): string[] {
  const ours = bare(known);
  const found = [email, ...numbers]
    .flatMap((pattern) => draft.match(pattern) ?? [])
    .filter((one) => one.includes('@') || (one.match(/\d/g)?.length ?? 0) >= fewestDigits);
  return [...new Set(found)].filter((one) => !isDate(one) && !isSize(one) && !ours.includes(bare(one)));
}

const bare = (text: string) => text.toLowerCase().replace(/[\s-]/g, '');

const isSize = (text: string) => /^\d{1,5}(?:x\d{1,5}){1,2}[a-z]{0,2}$/i.test(text);

const isDate = (text: string) =>
  /^20\d\d[ -]?(?:0?[1-9]|1[0-2])[ -]?(?:0?[1-9]|[12]\d|3[01])$/.test(text.trim());
