/** @jsxImportSource preact */
import { render } from 'preact';
import { ArticleBody, language, useArticle } from './article-page.tsx';
import { otherLanguage } from './language.ts';
import { text } from './text.ts';

/** An article as a real installation shows it: nobody's shop around it, the conversation waits where it was opened. */
function Help() {
  const [found, retry] = useArticle(text.readerHome[language]);
  const other = otherLanguage(language);
  return (
    <>
      <header class="reader-header">
        <b>{text.readerHome[language]}</b>
        <a href={`?lang=${other}${location.hash}`} hreflang={other} lang={other}>
          {text.switchLanguage[language]}
        </a>
      </header>
      <main class="help">
        <ArticleBody found={found} retry={retry} />
        <aside class="stuck">
          <h2>{text.helpMore[language]}</h2>
          <p>{text.readerMoreNote[language]}</p>
        </aside>
      </main>
    </>
  );
}

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = text.readerHome[language];
render(<Help />, document.querySelector('#page')!);
