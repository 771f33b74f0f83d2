/** @jsxImportSource preact */

import type { Language } from '../../core/terms/language.ts';
import { fill } from '../../core/text/fill.ts';
import { demoShop, type ProductArt } from '../../demo/shop.ts';
import { ProductDrawing } from './art/product.tsx';
import { openChat } from './chat.ts';
import { text } from './text.ts';

/** The first product of each scene carries the anchor that the header's links lead to. */
const anchors: Partial<Record<ProductArt, string>> = {
  'tent-small': 'tents',
  'sleeping-bag-mummy': 'sleep',
  backpack: 'carry',
  stove: 'cook',
};

export function Gear({ language }: { language: Language }) {
  return (
    <section class="gear" id="gear">
      <h2>{text.gear[language]}</h2>
      <p class="lead">{text.gearNote[language]}</p>
      <ul>
        {demoShop.products.map((product) => (
          <li key={product.sku} id={anchors[product.art]}>
            <div class={`stage ${product.art}`}>
              <ProductDrawing art={product.art} name={product.name[language]} />
            </div>
            <h3>{product.name[language]}</h3>
            <p>{product.description[language]}</p>
            <div class="buy">
              <b>¥{product.price.toLocaleString('en-US')}</b>
              <button
                type="button"
                aria-label={`${text.askAbout[language]}：${product.name[language]}`}
                onClick={() =>
                  openChat(fill(text.productQuestion[language], { name: product.name[language] }))
                }
              >
                {text.askAbout[language]}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
