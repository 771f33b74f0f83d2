/**
 * How concepts make a wish for a person. A clause is a string of their letters; a pattern has bounded gaps, so that a
 * clause is read in linear time.
 */
export interface Wish {
  readonly pattern: RegExp;
  /** What must stand before it in the clause. */
  readonly after?: RegExp;
  /** What its words must hold. */
  readonly only?: RegExp;
  /** Hours beside it do not make a question of it: 周末转人工. */
  readonly bearsTimes?: boolean;
  /** It is a refusal itself, of the machine. */
  readonly bearsRefusal?: boolean;
  /** 客服 alone may only call the reader by that name: then nothing else may be in the message. */
  readonly isName?: boolean;
}

/** What may follow a person who is meant: anything known, or nothing. An unknown noun makes an attribute of it: 人工费. */
export const head = '(?=[^xf]|$)';
/** What surrounds a bare word: 麻烦人工谢谢. */
export const before = '[pegalmuoR!]';
export const behind = '[pegalmuok!FTW]';
/** Someone by a name or a form of address. */
export const named = /[小老阿]\p{Script=Han}|[姐哥]$|女士|先生|美女|帅哥|妹子|伙子/u;
/** Who it takes to start a sentence that wishes. */
export const wishing = /(?:^|[WMFpgmzo])x{0,2}$/;

export const wish = (source: string, more: Omit<Wish, 'pattern'> = {}): Wish => ({
  pattern: new RegExp(source, 'g'),
  ...more,
});
