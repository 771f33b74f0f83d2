/** @jsxImportSource preact */
import type { Language } from '../../core/terms/language.ts';
import { openChat } from './chat.ts';
import { text } from './text.ts';

const groups = [
  { title: text.tryAnswer, seat: 'assistant', questions: [text.try1, text.try2, text.try3] },
  { title: text.tryClarify, seat: 'assistant', questions: [text.try4, text.try5] },
  { title: text.tryHuman, seat: 'human', questions: [text.try6, text.try7] },
] as const;

/** Questions that show what Tandem does, each opened in the widget for the visitor to send. */
export function TryAsking({ language }: { language: Language }) {
  return (
    <section class="try">
      <div>
        <h2>{text.tryTitle[language]}</h2>
        <p class="lead">{text.tryNote[language]}</p>
      </div>
      <div class="groups">
        {groups.map(({ title, seat, questions }) => (
          <div key={title.zh} class={seat}>
            <h3>
              <i aria-hidden="true" />
              {title[language]}
            </h3>
            <ul>
              {questions.map((question) => (
                <li key={question.zh}>
                  <button type="button" onClick={() => openChat(question[language])}>
                    {question[language]}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
