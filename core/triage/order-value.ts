/** A fact of a host system's record that tells what was paid, by its label. */
const paid = /实付|支付金额|付款金额|订单金额|订单总额|总金额|总价|合计|金额|\b(?:paid|total|amount)\b/i;
const figure = /-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/;

/**
 * The dearest order among the records that the host site told, in its currency; null where none tells a value. Of the
 * facts of one record the first whose label speaks of money counts.
 */
export function orderValueOf(
  records: readonly { readonly facts: readonly { readonly label: string; readonly value: string }[] }[],
): number | null {
  const values = records.flatMap(({ facts }) => {
    const fact = facts.find(({ label, value }) => paid.test(label) && figure.test(value));
    return fact ? [Number(figure.exec(fact.value)![0].replaceAll(',', ''))] : [];
  });
  return values.length > 0 ? Math.max(...values) : null;
}
