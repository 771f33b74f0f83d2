import { head, type Wish, wish } from './human-request-wish.ts';

/** Whether anybody is there at all, where they are and how they are reached: 有没有活人, is anyone real here. */
export const wishesForPresence: readonly Wish[] = [
  // 真人什么时候才来: who has waited for one does not ask about hours
  wish('H[oM]?t[oM]{0,3}[TFvKa]', {
    only: /什么时候(?:才|能|会|可以)+(?:来|接|接通|上线|理|回)/,
    bearsTimes: true,
  }),
  wish('^[pgu]*[HS]L(?=e)|ujh(?=e*$)'),
  // Whether anybody is there at all: 有没有人上班; is support online; nobody answers
  wish('[Ej][au]{0,3}[hH](?=Oe*$)', { bearsTimes: true, after: /^[^xt]*$/ }),
  wish('j[au]{0,2}h(?=[vK]|[agl]*e)|tEa{0,2}h(?=v)', { bearsTimes: true }),
  wish('Ea?h(?=e[mg])', { after: /^[^x]*$/ }),
  wish('^[gpe]*J[ba]{0,2}v[mo]?[mgepk]*$|^[gpe]*b?J[ug]*g[gpe]*$'),
  wish('(?:ba{1,2}|P[oa]{1,3})g[gpe]*$', { only: /support|service|billing|sales|any|some/ }),
  wish('^ba{0,2}[SP]o$', { only: /on$/ }),
  wish('^E?(?:N|no)?[ab]{0,2}[PHS]ga?(?:u|$)|EN.?g', { only: /people|one|body|staff|human/ }),
  wish(`e+b?a?[HSP]${head}`, { only: /^where/ }),
  wish('^[pgu]*a?[HS]Ee*$'),
  wish('E[augo]{0,3}(?:HS?|S)(?=e[FWgm])|gr[ao]{0,2}H$'),
  wish('^[pgou]*y[me]*$', { only: /没人|没有人/ }),
  wish('[SH]b?a?Z'),
  wish('^[pgu]*Gh?e', { only: /在吗|在么|在不在|呢$/ }),
  wish('[MW]cuo?h?[eg]*$', { only: /你们|您们/ }),
  wish('Mmca{0,2}P(?=[gpk]*$)'),
  wish('toEo?H$', { bearsTimes: true }),
  // 有没有活人; is anyone real here
  wish('E[augo]{0,4}HS?(?:[agloe]{0,4}$|[amw]{0,3}M[mogFAc]{0,3}[KvF])'),
  // 有客服吗; not what a camp or a membership has: 金卡有专属客服吗
  wish('E[augo]{0,4}S(?:[agloe]{0,4}$|[amw]{0,3}M[mogFAc]{0,3}[KvF])', { after: /^[^x]*$/ }),
  wish('E[au]{0,3}Pw?M'),
  wish('j[augo]{0,4}(?:HS?|S)[aglo]{0,4}e+$'),
  wish('Mo?j[au]{0,3}(?:H|h(?=[vTKe]|$))'),
  wish('[Ej][aMKou]{0,5}[Ph][ag]*e+$'),
  wish('E[aMKo]{0,5}[Ph][ag]*$', { after: /^[^x]{0,20}$/ }),
  wish('E[au]{0,3}P[ag]*a?m?M[mA]{0,2}[KvAc]|E[au]{0,3}P[ag]*g$'),
  wish('E[aMKo]{0,5}h(?=M[mA]{0,2}[vKcF]|v(?:[olegm]|$))', { after: /^[^x]{0,20}$/ }),
  wish('(?:^|[bEopm])a{0,2}[PHS]a{0,2}g[geo]*(?:$|m?M?m?[KvAc])', {
    only: /^(?!是)(?!.*(?:你好|您好|亲|hello|hi|hey)$)/,
  }),
  wish('WEa{0,2}h|jH!'),
  wish('w[oM]{0,2}m?[og]{0,3}[Kvc]'),
];
