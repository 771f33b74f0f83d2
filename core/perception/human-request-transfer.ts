import { head, type Wish, wish } from './human-request-wish.ts';

/** To be put through: transfer me to an agent, 转吧, connect me with somebody. */
export const wishesForTransfer: readonly Wish[] = [
  // transfer me to an agent; connect me with somebody
  wish(`T[mgapuAoevFlc]{0,6}(?:H|S|[oA]D)${head}`, { bearsTimes: true }),
  wish(`Tm[aAo]{1,4}P${head}`),
  wish(`Ta?u?h(?=[epglL]*$)|[TcF]u?GS?(?=[pegl]*$)`),
  wish(`T[mgapuAoG]{0,4}x{0,4}[mgapuAoG]{0,4}[HS]${head}`),
  wish('T!$'),
  wish('^[ogxep]{0,4}T[goelx]*$', {
    only: /^(?:先|那就|就|直接|赶紧|快|废什么话|别废话|少废话)?转(?:再说|就完了|就是了|啊|吧|了)*$/,
  }),
  wish('^[pgoul]*T[pgel]*$', {
    only: /^(?:[^转接]*(?:转|转接|接通|接线)(?:[吧啊呀呗了]|谢谢)*|.*transfer.*)$/,
  }),
  wish('(?:[TK]m?[oA]{0,2}|Fm|cu?)[uo]?a{1,2}$', {
    only: /(?:support|service|billing|sales|claims|tech|售后)$/,
  }),
  wish('[TF]a{0,2}[PHS]o[gpk]*$', { only: /(?:on|out|in|on the line|on the other end)$/ }),
  wish('[HS]M[xTFcv][xag]{0,2}e*$', { only: /(?:怎么|咋|如何)(?:打|接|转|联系|找|进|呼|叫|按)/ }),
  wish('T.{0,4}HM'),
  // transfer me
  wish('^[pegMuWl]*Tm[pgek]*$|^p+T[pg]*$', { only: /[a-z]/ }),
];
