import { Host } from './host.ts';
import type { Settings } from './settings.ts';

/** `tandem('boot', { inboxId: 'shop' })`, and the other commands of `docs/widget.md`. */
type Command = (name: string, options?: Record<string, unknown>) => void;

declare global {
  interface Window {
    tandem?: Command & { q?: ArrayLike<unknown>[] };
  }
}

const script = document.currentScript as HTMLScriptElement | null;
const host = new Host(new URL(script?.src ?? location.href, location.href).origin);

const command: Command = (name, options = {}) => {
  switch (name) {
    case 'boot':
      host.boot({ ...defaults(), ...options } as Settings);
      break;
    case 'update':
      host.update(options as Partial<Settings>);
      break;
    case 'show':
      host.show(typeof options.text === 'string' ? options.text : undefined);
      break;
    case 'hide':
      host.hide();
      break;
    case 'shutdown':
      host.shutdown();
      break;
    default:
      console.warn(`tandem: there is no command “${name}”; use boot, update, show, hide or shutdown`);
  }
};

/** What the script tag itself says: `data-inbox`, `data-language`, `data-accent`, `data-position`, `data-product`. */
function defaults(): Partial<Settings> {
  const { inbox, language, accent, position, product } = script?.dataset ?? {};
  return {
    ...(inbox === undefined ? {} : { inboxId: inbox }),
    ...(language === 'zh' || language === 'en' ? { language } : {}),
    ...(accent === undefined ? {} : { accent }),
    ...(position === 'left' ? { position } : {}),
    ...(product === undefined ? {} : { product }),
  };
}

/** Calls made before this script had loaded, in their order. */
const early = [...(window.tandem?.q ?? [])].map((call) => [...Array.from(call)]);
window.tandem = command;
if (script?.dataset.inbox !== undefined && !early.some(([name]) => name === 'boot')) command('boot');
for (const [name, options] of early) command(String(name), options as Record<string, unknown> | undefined);
