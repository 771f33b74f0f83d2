const mostProducts = 10;
const longestProduct = 60;

/**
 * The products of a customer as the host site vouches for them: the claim `product` or `products`, several separated by
 * commas. What somebody bought is not among them: who has one thing asks about another.
 */
export function productsOf(attributes: Readonly<Record<string, string>>): readonly string[] {
  const told = attributes.products ?? attributes.product ?? '';
  const names = told.split(/[,，、;；|\n]/).map((name) => name.trim());
  return [...new Set(names)]
    .filter((name) => name !== '' && name.length <= longestProduct)
    .slice(0, mostProducts);
}
