import { before, behind, head, type Wish, wish } from './human-request-wish.ts';

/** Complete in a word, or nothing but who is called for: 转人工, 人工！, agent please. */
export const wishesInAWord: readonly Wish[] = [
  wish('R', { bearsTimes: true }),
  // The wish stands last and unqualified, whatever came before: 没用 人工; 傻机器 人工
  wish('(?<![bAifLNk]|B[aeo]?g)HS?[pegk]*$', { only: /人(?!工的|的)/, after: /^[^bfLNrit]*$/ }),
  wish('^[pgao]*x?G[pge]*$', { only: /team|department|dept/ }),
  wish('^[pg]*a{1,2}p+$|^a{1,2}$', {
    only: /^(?:please )?(?:(?:tech|technical|customer|live) )?(?:support|billing|claims|sales)(?:$| p)/,
  }),
  wish('(?:^|[Wpgu])a?[HS]e'),
  wish('^[pg]*K[HS][pg]*$|ja{0,2}Ho'),
  // 能人工吗; 人工怎么还不来: nothing unknown beside it, and no copula before it
  wish('(?<=^|[WMpgelaomuFCcR!H])HS?(?=[pegalkumv!TFcH]|[MW](?![xf])|$)', {
    only: /人(?!工的|的)/,
    after: /^[^bB]*$/,
  }),
  wish('(?<=[MWFpg])HK'),
  // A bare word: 人工！ agent please
  wish(`^${before}*H${behind}*(?:[HS]P?${behind}*)*$`),
  wish(`^${before}*S[HSP]*${behind}*(?:[HS]P?${behind}*)*$`, { isName: true }),
  wish('^[uagp]*ho?(?=e+$|Fv?$)|^[pag]*P[pgk]*$|^[pag]*Px?p+$'),
  wish('(?:H|S)p+$'),
  // 给个真人; to a human
  wish('Aa{0,3}[HS](?=[mgpelk]*$)', { after: /(?:^|[mMupgW])$/ }),
  // I said agent; who do I call
  wish(`Y[ag]{0,3}(?:[HS]${head}|P(?=L|[pge]*$))`),
];
