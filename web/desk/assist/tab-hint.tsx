import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { Key } from '../marks.tsx';

/** What describes the empty field. */
export const hintId = 'composer-tab-hint';

/** While nothing is written: what Tab, or a tap, puts into the field. */
export function TabHint({ text, onTake }: { readonly text: string; readonly onTake: () => void }) {
  const { t } = useLanguage();
  return (
    <button type="button" className="tab-hint" title={text} id={hintId} onClick={onTake}>
      <Key>Tab</Key>
      <span>{fill(t(assistText.hint), { text })}</span>
    </button>
  );
}
