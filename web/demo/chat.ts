import type { Language } from '../../core/terms/language.ts';

type Tandem = ((...call: unknown[]) => void) & { q?: unknown[] };

/** The snippet that every host page uses: calls are kept until the widget has loaded. */
function tandem(...call: unknown[]): void {
  const page = globalThis as unknown as { tandem?: Tandem };
  if (!page.tandem) {
    const waiting: Tandem = (...later: unknown[]) => {
      waiting.q ??= [];
      waiting.q.push(later);
    };
    page.tandem = waiting;
  }
  page.tandem(...call);
}

type Identity = (() => Promise<string>) | null;

/** Loads the widget of the demo's inbox. */
export function bootChat(language: Language, identity: Identity): void {
  tandem('boot', { inboxId: 'demo', language, identity });
  const script = document.createElement('script');
  script.async = true;
  script.src = '/widget/tandem.js';
  document.head.append(script);
}

/** Opens the conversation, with a question ready to be sent. */
export function openChat(question?: string): void {
  tandem('show', question === undefined ? {} : { text: question });
}

/** The visitor has signed in, and takes along what was said before; or out, and nothing stays behind. */
export function changePerson(language: Language, identity: Identity): void {
  if (identity) tandem('update', { identity });
  else {
    tandem('shutdown');
    tandem('boot', { inboxId: 'demo', language, identity });
  }
}
