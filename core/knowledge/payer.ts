const customer =
  /(?:由?(?:您|你|买家|客户|顾客|收件人|用户)(?:这边|方)?(?:自己|自行|来)?|自行|自己)(?:先)?(?:承担|支付|付|出(?!现|来|去)|负责|负担)|自理|自付|自费|\byou(?:'ll| will| have to| must)? (?:pay|cover)\b|\bat your (?:own )?(?:cost|expense)\b|\bpaid by (?:you|the customer|the buyer)\b/i;
const shop =
  /由?(?:我们|我司|商家|卖家|本店|店铺|平台|公司)(?:这边|方)?(?:来)?(?:承担|支付|付|出(?!现|来|去)|负责|负担)|\bwe(?:'ll| will)? (?:pay|cover)\b|\bon us\b|\bpaid by us\b/i;

/** Who bears a cost by this clause; undefined where it does not say. */
export function payerIn(clause: string): 'customer' | 'shop' | undefined {
  if (shop.test(clause)) return 'shop';
  return customer.test(clause) ? 'customer' : undefined;
}
