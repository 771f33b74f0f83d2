/** @jsxImportSource preact */
import { render } from 'preact';
import { ArticleBody, language, useArticle } from './article-page.tsx';
import { bootChat, openChat } from './chat.ts';
import { DemoStrip } from './demo-strip.tsx';
import { Footer } from './footer.tsx';
import { Logo } from './logo.tsx';
import { identityOf, signedInAs } from './person.ts';
import { text } from './text.ts';

/** An article in the demo shop's frame, with its chat. */
function Help() {
  const [found, retry] = useArticle(text.helpHome[language]);
  return (
    <>
      <DemoStrip language={language} />
      <header class="shop-header">
        <a class="brand" href={`/?lang=${language}`}>
          <Logo />
          <b>{text.helpHome[language]}</b>
        </a>
        <nav>
          <a href={`/?lang=${language}`}>{text.helpBack[language]}</a>
        </nav>
      </header>
      <main class="help">
        <ArticleBody found={found} retry={retry} />
        <StillStuck question={typeof found === 'object' ? found.title : undefined} />
      </main>
      <Footer language={language} />
    </>
  );
}

function StillStuck({ question }: { question: string | undefined }) {
  return (
    <aside class="stuck">
      <h2>{text.helpMore[language]}</h2>
      <p>{text.helpMoreNote[language]}</p>
      <button type="button" class="solid" onClick={() => openChat(question)}>
        {text.helpAsk[language]}
      </button>
    </aside>
  );
}

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = text.helpHome[language];
render(<Help />, document.querySelector('#page')!);
const contact = signedInAs();
bootChat(language, contact === null ? null : identityOf(contact));
