/** @jsxImportSource preact */
import type { Bilingual, Language } from '../../core/terms/language.ts';
import { demoShop } from '../../demo/shop.ts';
import { Logo } from './logo.tsx';
import { text } from './text.ts';

/** Articles that customers read most; English ones carry `.en` behind their id. */
const articles: readonly { readonly id: string; readonly title: Bilingual }[] = [
  { id: 'tent-yunqi2-vs-yunqi3', title: { zh: '云栖 2 和云栖 3 怎么选', en: 'Yunqi 2 or Yunqi 3' } },
  { id: 'return-seven-days', title: { zh: '七天无理由退货', en: 'Returns' } },
  { id: 'ship-when', title: { zh: '多久能送到', en: 'Delivery times' } },
];

export function Footer({ language }: { language: Language }) {
  return (
    <footer>
      <div class="brand">
        <Logo />
        <b>岚野</b>
        <span>LANYE</span>
      </div>
      <div>
        <h2>{text.footerService[language]}</h2>
        <p>{demoShop.serviceHours[language]}</p>
        <p>
          <a href={`tel:${demoShop.telephone}`}>{demoShop.telephone}</a>
          <br />
          <a href={`mailto:${demoShop.email}`}>{demoShop.email}</a>
        </p>
      </div>
      <div>
        <h2>{text.footerHelp[language]}</h2>
        <ul>
          {articles.map(({ id, title }) => (
            <li key={id}>
              <a href={`/help/${id}${language === 'en' ? '.en' : ''}?lang=${language}`}>{title[language]}</a>
            </li>
          ))}
        </ul>
      </div>
      <p class="small">{text.footerNote[language]}</p>
    </footer>
  );
}
