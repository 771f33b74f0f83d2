import { type Wish, wish } from './human-request-wish.ts';

/** The machine refused or left: no more bots, 别再给我机器人, 我不跟你说了. */
export const wishesWithoutTheMachine: readonly Wish[] = [
  // no more bots; 别再给我机器人
  wish('N[ioFmAaWKgvMpuTcz]{0,7}B(?=[^x]|$)', { bearsTimes: true, bearsRefusal: true }),
  wish('A?[au]{0,3}BM?Z|Z[au]{0,3}B|Aa?BK?Z', { bearsTimes: true, bearsRefusal: true }),
  wish('^[Lua]*LaB[pg]*$|^[Lua]*LB[pg]*$', { bearsRefusal: true }),
  wish('(?<!M)A[ua]{0,3}BK[xo]{0,2}[ZyEe]|A[ua]{0,3}BK[gx]{0,2}(?:Z|y)', { bearsRefusal: true }),
  wish('M[mogaxvKcp]{1,6}A?a{0,2}B[gpe]*$', { only: /can'?t|cannot|couldn't|不了/, bearsRefusal: true }),
  wish('LBM[vx]', { bearsRefusal: true }),
  wish('B[auog]{0,2}y(?=[mo]|$)', { only: /解决不了|没解决|没有?用/, bearsRefusal: true }),
  wish('^[gu]*m?LKAa{0,2}B', { bearsRefusal: true }),
  // 我不跟你说了; 把我从机器人那里转出去; 让我离开机器人
  wish('Nu[g]?K(?=[legp]*$)', { only: /[跟和同与](?:你|您)(?:们)?[说讲谈]/, bearsRefusal: true }),
  wish('m[xo]{1,3}[au]{0,2}B[auog]{0,3}T', { bearsRefusal: true }),
  wish('BM[vc]', { only: /can'?t|cannot/, bearsRefusal: true }),
  wish('[EQM]b?E?N[a]{0,2}[HS]', { bearsRefusal: true }),
];
