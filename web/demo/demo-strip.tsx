/** @jsxImportSource preact */
import type { Language } from '../../core/terms/language.ts';
import { otherLanguage } from './language.ts';
import { text } from './text.ts';

/** Tells visitors what they look at, and where the other two faces of Tandem are. */
export function DemoStrip({ language }: { language: Language }) {
  return (
    <aside class="demo-strip">
      <p>
        <b>{text.demoName[language]}</b>
        <span>{text.demoNote[language]}</span>
      </p>
      <nav>
        <a href="/desk">{text.desk[language]}</a>
        <a href="/console">{text.console[language]}</a>
        <a
          href={`?lang=${otherLanguage(language)}`}
          hreflang={otherLanguage(language)}
          lang={otherLanguage(language)}
        >
          {text.switchLanguage[language]}
        </a>
      </nav>
    </aside>
  );
}
