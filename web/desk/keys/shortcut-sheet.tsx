import { Modal } from 'antd';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';
import { Key } from '../marks.tsx';
import { keyLabel } from './key-label.ts';

const words = deskText.shortcuts;

const sheet: readonly (readonly [Bilingual, readonly (readonly [Bilingual, readonly string[]])[]])[] = [
  [
    words.moving,
    [
      [words.next, ['J', '↓']],
      [words.previous, ['K', '↑']],
      [words.view, ['[', ']']],
      [words.search, ['S']],
      [words.commands, ['⌘K']],
      [words.back, ['Esc']],
      [words.help, ['?']],
    ],
  ],
  [
    words.acting,
    [
      [words.accept, ['A', 'Enter']],
      [words.decline, ['D']],
      [words.silence, ['M']],
      [words.status, ['P']],
      [words.transfer, ['T']],
      [words.invite, ['H']],
      [words.board, ['G']],
      [words.returning, ['B']],
      [words.resolve, ['⌘↵']],
    ],
  ],
  [
    words.writing,
    [
      [words.reply, ['R']],
      [words.note, ['N']],
      [words.whisper, ['W']],
      [words.send, ['Enter']],
      [words.newline, ['Shift+Enter']],
      [words.canned, ['/']],
      [words.suggestion, ['1', '2', '3']],
      [words.suggestionWriting, ['Alt+1', 'Alt+2', 'Alt+3']],
      [assistText.keys.insertFirst, ['Tab']],
      [assistText.keys.accept, ['→']],
      [assistText.keys.read, ['Alt+0']],
      [assistText.search, ['F', 'Alt+9']],
    ],
  ],
];

/** Every shortcut on one sheet. */
export default function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Modal open width={720} footer={null} title={t(words.title)} onCancel={onClose}>
      <div className="sheet">
        {sheet.map(([title, rows]) => (
          <section key={title.en}>
            <h3>{t(title)}</h3>
            <dl>
              {rows.map(([label, keys]) => (
                <div key={label.en + keys.join()}>
                  <dt>{t(label)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Key key={key}>{keyLabel(key)}</Key>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
