import tokens from '../ui/tokens.css?inline';
import base from './styles/base.css?inline';
import composer from './styles/composer.css?inline';
import files from './styles/files.css?inline';
import launcher from './styles/launcher.css?inline';
import leave from './styles/leave.css?inline';
import lines from './styles/lines.css?inline';
import messages from './styles/messages.css?inline';
import panel from './styles/panel.css?inline';
import rating from './styles/rating.css?inline';
import screens from './styles/screens.css?inline';
import status from './styles/status.css?inline';
import text from './styles/text.css?inline';

/** In the order of the cascade. */
const css = [
  tokens,
  base,
  launcher,
  panel,
  status,
  messages,
  text,
  files,
  lines,
  rating,
  composer,
  leave,
  screens,
].join('');

/** Adopted style sheets need no permission from the page's content security policy; older browsers get an element. */
export function sheetFor(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement('style');
    element.textContent = css;
    shadow.append(element);
  }
}
