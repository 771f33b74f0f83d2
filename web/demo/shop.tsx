/** @jsxImportSource preact */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../core/text/fill.ts';
import { demoContacts, memberTierNames } from '../../demo/contacts.ts';
import { demoShop } from '../../demo/shop.ts';
import { Scene } from './art/scene.tsx';
import { bootChat, changePerson, openChat } from './chat.ts';
import { DemoStrip } from './demo-strip.tsx';
import { Footer } from './footer.tsx';
import { Gear } from './gear.tsx';
import { pageLanguage } from './language.ts';
import { Logo } from './logo.tsx';
import { Orders } from './orders.tsx';
import { identityOf, rememberSignIn, signedInAs } from './person.ts';
import { text } from './text.ts';
import { TryAsking } from './try-asking.tsx';

const language = pageLanguage(location.search, navigator.languages);

/** The customer as whom a visitor of the demo may sign in. */
const member = demoContacts.find((contact) => contact.tier === 'gold') ?? demoContacts[0]!;
const memberWords = { name: member.name, tier: memberTierNames[member.tier][language] };

function Shop() {
  const [signedIn, setSignedIn] = useState(signedInAs() === member.externalId);
  const [failed, setFailed] = useState(false);
  const change = async () => {
    const next = !signedIn;
    const identity = next ? identityOf(member.externalId) : null;
    try {
      await identity?.();
    } catch {
      setFailed(true);
      return;
    }
    setFailed(false);
    rememberSignIn(next ? member.externalId : null);
    setSignedIn(next);
    changePerson(language, identity);
  };
  return (
    <>
      <DemoStrip language={language} />
      <header class="shop-header">
        <a class="brand" href={`/?lang=${language}`}>
          <Logo />
          <b>岚野</b>
          <span>LANYE</span>
        </a>
        <nav>
          <a href="#tents">{text.navTents[language]}</a>
          <a href="#sleep">{text.navSleep[language]}</a>
          <a href="#carry">{text.navCarry[language]}</a>
          <a href="#cook">{text.navCook[language]}</a>
          <a href="#orders">{text.navOrder[language]}</a>
        </nav>
        <div class="account">
          {signedIn && (
            <span class="member">
              <i aria-hidden="true">{member.name.slice(0, 1)}</i>
              {fill(text.signedIn[language], memberWords)}
            </span>
          )}
          <button
            type="button"
            class="outline"
            title={text.signInNote[language]}
            onClick={() => void change()}
          >
            {signedIn ? text.signOut[language] : fill(text.signIn[language], memberWords)}
          </button>
          {failed && <p role="alert">{text.signInFailed[language]}</p>}
        </div>
      </header>
      <main>
        <section class="hero">
          <Scene />
          <div class="hero-words">
            <h1>{demoShop.tagline[language]}</h1>
            <p>{text.heroNote[language]}</p>
            <p class="actions">
              <a class="solid" href="#gear">
                {text.heroShop[language]}
              </a>
              <button type="button" class="glass" onClick={() => openChat(text.heroQuestion[language])}>
                {text.heroAsk[language]}
              </button>
            </p>
          </div>
        </section>
        <section class="promotion">
          <b>{text.promoName[language]}</b>
          <span>{text.promoText[language]}</span>
          <button type="button" onClick={() => openChat(text.promoQuestion[language])}>
            {text.promoAsk[language]}
          </button>
        </section>
        <TryAsking language={language} />
        <Gear language={language} />
        <Orders language={language} />
      </main>
      <Footer language={language} />
    </>
  );
}

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = text.title[language];
render(<Shop />, document.querySelector('#page')!);
bootChat(language, signedInAs() === member.externalId ? identityOf(member.externalId) : null);
