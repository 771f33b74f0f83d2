import { head, type Wish, wish, wishing } from './human-request-wish.ts';

/** To talk, and with whom: talk to a person, 我要跟校长说. */
export const wishesForTalk: readonly Wish[] = [
  // talk to a (claims) person
  wish(`K[mo]{0,2}A[aoug]{0,4}x?[HSPD]${head}`, { bearsTimes: true }),
  // 跟真人说; 想和客服说
  wish('[AFWcz][auomg]{0,4}H[gomaFAc]{0,4}K', { bearsTimes: true }),
  wish('[AFWcz][auomg]{0,4}(?:[xgaDG]{1,4}o)?[SPDhG][gomaFAc]{0,4}[Kc](?!l)', {
    after: wishing,
    bearsTimes: true,
  }),
  wish(`K[mo]{0,2}A[aoug]{0,3}x{0,2}G${head}`),
  wish(`KAd[xa]{0,2}S${head}`, { only: /account|case|relationship/ }),
  wish(`[WMFp]m?K[aoug]{0,3}[HS]D?${head}`),
  // 我要跟校长说; can I talk to the driver
  wish('[WF]Ax{1,3}[gm]{0,2}Ke{0,2}$'),
  wish('[WMF][mA]{0,2}KAa{1,2}[xG](?=[^x]|$)'),
];
