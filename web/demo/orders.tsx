/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Language } from '../../core/terms/language.ts';
import { fill } from '../../core/text/fill.ts';
import { demoOrders } from '../../demo/orders.ts';
import { openChat } from './chat.ts';
import { text } from './text.ts';

/** An order on its way, so that the question has something to find. */
const example = demoOrders.find((order) => order.status === 'shipped')?.number ?? '';

/** Asking for a parcel is a question to support like any other. */
export function Orders({ language }: { language: Language }) {
  const [number, setNumber] = useState(example);
  return (
    <section class="orders" id="orders">
      <div>
        <h2>{text.orderTitle[language]}</h2>
        <p class="lead">{text.orderNote[language]}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim() !== '') openChat(fill(text.orderQuestion[language], { number: number.trim() }));
        }}
      >
        <label>
          <span>{text.orderLabel[language]}</span>
          <input
            value={number}
            maxLength={40}
            autoComplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => setNumber(currentTarget.value)}
          />
        </label>
        <button type="submit" class="solid">
          {text.orderAsk[language]}
        </button>
      </form>
    </section>
  );
}
