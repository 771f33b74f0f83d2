import { h, render } from 'preact';
import { Messenger } from './messenger.ts';
import { openStore, type Store } from './outbox/store.ts';
import type { Settings } from './settings.ts';
import { sheetFor } from './sheet.ts';
import { TitleBadge } from './title-badge.ts';
import { App } from './view/app.tsx';
import type { ViewState } from './view-state.ts';

/** The widget's place in the host page: one element with a shadow root, and the messenger that lives in it. */
export class Host {
  readonly #origin: string;
  readonly #title = new TitleBadge();
  #element: HTMLElement | null = null;
  #mount: HTMLElement | null = null;
  #messenger: Messenger | null = null;
  #store: Promise<Store> | null = null;
  /** Grows with every boot and shutdown; what an older one started comes too late. */
  #turn = 0;
  #settings: Settings | null = null;
  #wantsOpen: { text?: string | undefined } | null = null;
  /** Boots after a shutdown wait until everything is forgotten. */
  #forgetting: Promise<void> = Promise.resolve();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async boot(settings: Settings): Promise<void> {
    if (typeof settings.inboxId !== 'string' || settings.inboxId === '') {
      console.warn('tandem: boot needs an inboxId');
      return;
    }
    this.#messenger?.close();
    this.#messenger = null;
    this.#settings = settings;
    this.#turn += 1;
    const turn = this.#turn;
    await this.#forgetting;
    this.#store ??= openStore();
    const store = await this.#store;
    await pageIsReady();
    if (turn !== this.#turn) return;
    this.#place();
    const messenger = new Messenger(this.#origin, this.#settings ?? settings, store, (state) => {
      if (messenger === this.#messenger) this.#draw(messenger, state);
    });
    this.#messenger = messenger;
    this.#draw(messenger, messenger.state);
    if (this.#wantsOpen) messenger.show(this.#wantsOpen.text);
    this.#wantsOpen = null;
    await messenger.begin();
  }

  update(changes: Partial<Settings>): void {
    if (!this.#settings) return;
    const settings = { ...this.#settings, ...changes };
    const anotherPerson =
      settings.inboxId !== this.#settings.inboxId ||
      ('identity' in changes && changes.identity !== this.#settings.identity);
    this.#settings = settings;
    if (anotherPerson) {
      if (this.#messenger?.state.open) this.#wantsOpen ??= {};
      void this.boot(settings);
    } else this.#messenger?.update(settings);
  }

  show(text?: string): void {
    if (this.#messenger) this.#messenger.show(text);
    else this.#wantsOpen = { text };
  }

  hide(): void {
    this.#wantsOpen = null;
    this.#messenger?.hide();
  }

  shutdown(): void {
    this.#turn += 1;
    this.#wantsOpen = null;
    this.#settings = null;
    const messenger = this.#messenger;
    this.#messenger = null;
    if (this.#mount) render(null, this.#mount);
    this.#element?.remove();
    this.#element = null;
    this.#title.show(0);
    if (messenger) this.#forgetting = messenger.forget().catch(() => undefined);
  }

  #place(): void {
    if (this.#element?.isConnected) return;
    const element = document.createElement('tandem-widget');
    const shadow = element.attachShadow({ mode: 'open' });
    sheetFor(shadow);
    const mount = document.createElement('div');
    mount.className = 'tandem';
    shadow.append(mount);
    document.body.append(element);
    this.#element = element;
    this.#mount = mount;
  }

  #draw(messenger: Messenger, state: ViewState): void {
    if (!this.#mount) return;
    this.#title.show(state.open ? 0 : state.unread);
    render(h(App, { messenger, state, origin: this.#origin }), this.#mount);
  }
}

function pageIsReady(): Promise<void> {
  if (document.body) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
