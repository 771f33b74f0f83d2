import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { sentences } from '../../frame/sentences.ts';
import { limits, wordsIn } from './parse.ts';

const shownAtFirst = 120;
/** From so many on there is a field to find one. */
const searchFrom = 12;

/** Words that stay whole: one field that takes a word or many pasted lines, and all of them below. */
export function WordList({
  words,
  onChange,
}: {
  readonly words: readonly string[];
  /** Missing where the reader may only look. */
  readonly onChange: ((words: readonly string[]) => void) | undefined;
}) {
  const { language, t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(shownAtFirst);
  const found = words.filter((word) => word.toLowerCase().includes(search.trim().toLowerCase()));

  function add(text: string) {
    const { words: wanted, wrong } = wordsIn(text);
    const fresh = wanted.filter((word) => !words.includes(word)).slice(0, limits.words - words.length);
    if (fresh.length > 0) onChange?.([...fresh, ...words]);
    const known = wanted.filter((word) => words.includes(word)).length;
    setTyped('');
    setSaid(
      sentences(
        [
          [
            fresh.length > 0 ? fill(t(dictionaryText.added), { count: fresh.length }) : '',
            known > 0 ? fill(t(dictionaryText.known), { count: known }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
          wanted.length - known > fresh.length
            ? fill(t(dictionaryText.tooManyWords), { count: limits.words })
            : '',
          wrong.length > 0
            ? fill(t(dictionaryText.notTaken), {
                words: `${wrong.slice(0, 5).join(t(dictionaryText.listComma))}${wrong.length > 5 ? '…' : ''}`,
              })
            : '',
        ],
        language,
      ),
    );
  }

  return (
    <Panel
      className="dictionary-words"
      title={t(dictionaryText.words)}
      hint={t(dictionaryText.wordsHint)}
      actions={
        <span className="soft figure">{fill(t(dictionaryText.wordCount), { count: words.length })}</span>
      }
    >
      {onChange && (
        <form
          className="dictionary-add"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim()) add(typed);
          }}
        >
          <Input
            aria-label={t(dictionaryText.addWord)}
            placeholder={t(dictionaryText.addWord)}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPaste={(event) => {
              // A field of one line would run the pasted lines together.
              const pasted = event.clipboardData.getData('text');
              if (!/[\n\r\t]/.test(pasted.trim())) return;
              event.preventDefault();
              add(pasted);
            }}
          />
          <Button htmlType="submit" disabled={typed.trim() === ''}>
            {t(dictionaryText.add)}
          </Button>
        </form>
      )}
      <p className="soft dictionary-said" role="status">
        {said}
      </p>
      {words.length >= searchFrom && (
        <Input.Search
          className="dictionary-search"
          allowClear
          aria-label={t(dictionaryText.searchWords)}
          placeholder={t(dictionaryText.searchWords)}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {words.length === 0 && <p className="soft dictionary-none">{t(dictionaryText.emptyWords)}</p>}
      {words.length > 0 && found.length === 0 && (
        <p className="soft dictionary-none">
          {fill(t(dictionaryText.nothingFound), { search: search.trim() })}
        </p>
      )}
      <ul className="word-tags">
        {found.slice(0, most).map((word) => (
          <li key={word}>
            <Tag
              closable={onChange && { 'aria-label': fill(t(dictionaryText.removeWord), { word }) }}
              onClose={(event) => {
                event.preventDefault();
                onChange?.(words.filter((one) => one !== word));
              }}
            >
              {word}
            </Tag>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button type="link" onClick={() => setMost(most + 500)}>
          {fill(t(dictionaryText.more), { count: Math.min(500, found.length - most) })}
        </Button>
      )}
    </Panel>
  );
}
