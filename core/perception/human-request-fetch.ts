import { head, type Wish, wish } from './human-request-wish.ts';

/** Somebody to be fetched, found or put in place of what answers: get me a human, 找客服, 换个人. */
export const wishesForSomebody: readonly Wish[] = [
  // get me a human; 我要人工; 找客服
  wish(`[FCWcz][amugpAoFWbc]{0,6}(?:H|S)${head}`),
  wish('[FCcW][au]{0,2}M[xvKF]{0,5}oh(?!x)'),
  wish('[FAc][au]{0,3}D(?:[gAomFc]{0,4}[Kc]|[Fe][gme]*$)'),
  // 找个人吧; send somebody to talk to me
  wish('[FW][mapugoA]{0,5}P(?=L|[gpelkno]*$|[AowFmMga]{0,5}[KvFcU]|m?[AFc]m|[wo]M)'),
  wish('[FW][mapug]{0,5}h(?=[gpelk]*$|[AFmMga]{0,5}(?:[KvcU]|F(?!x))|m?[AFc]m)'),
  wish('Fma?[SH]x{0,2}AK'),
  wish('^[pg]*Fu?x{1,3}e$', { only: /^(?:叫|喊)(?:你们?)?.{1,4}出来$/ }),
  wish('FmaP(?=w)|FP(?=wo$)|FmP(?=w)|T[moA]{1,4}P(?=w)'),
  wish('C[au]{0,3}h(?=[gpelk]*$|[AowFmMgc]{0,4}[KvFAcU])', { after: /^[muMpogFWae!BZcz]{0,20}$/ }),
  wish('[FCc]a?M[xvoa]{1,5}oF$'),
  wish('[FCcz]a?[Ma]x{0,4}oh'),
  wish('[FW][mapug]{0,5}h(?=e[mu])'),
  wish('[WF]a{0,2}P.{0,6}AK(?:A|$)'),
  wish('Fu[xDG]{1,3}(?=[Fegpl]{0,3}$)', { only: /[员长师总管]$/ }),
];
