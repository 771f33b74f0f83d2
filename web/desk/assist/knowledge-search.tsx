import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AssistFound } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { focusComposer } from '../composer/focus.ts';
import { useDesk } from '../store/use-desk.ts';
import type { TakenHelp } from './assist-use.ts';
import { Passages } from './passages.tsx';

/** Milliseconds after the last keystroke. */
const rest = 250;
const shownAtFirst = 4;

/** Puts the keyboard into the search; nothing where the help is not on the screen. */
export function focusKnowledgeSearch(): void {
  // The column keeps its own, unseen, where the help is a sheet.
  const fields = document.querySelectorAll<HTMLInputElement>('.assist-search input');
  const field = [...fields].findLast((one) => one.checkVisibility());
  field?.focus();
  field?.select();
}

/**
 * The knowledge base in the agent's own words, right beside the conversation: found as customers' questions are, with
 * slips, pinyin and initials. Arrows walk the results, Enter inserts one, Escape goes back.
 */
export function KnowledgeSearch({
  conversationId,
  mayInsert,
  onInsert,
}: {
  readonly conversationId: string;
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
}) {
  const { t } = useLanguage();
  const knowledge = useDesk((state) => state.knowledgeChanges);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const field = useRef<InputRef>(null);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (composing || typed.trim() === text) return;
    const timer = setTimeout(() => setText(typed.trim()), typed.trim() === '' ? 0 : rest);
    return () => clearTimeout(timer);
  }, [typed, text, composing]);
  const found = useQuery<AssistFound>({
    queryKey: ['assist-search', conversationId, text, knowledge],
    enabled: text !== '',
    staleTime: 60_000,
    placeholderData: (before, asked) => (asked?.queryKey[1] === conversationId ? before : undefined),
    queryFn: ({ signal }) =>
      api.get<AssistFound>(
        `/api/conversations/${conversationId}/assist/search?text=${encodeURIComponent(text)}`,
        signal,
      ),
  });
  const passages = text === '' ? undefined : found.data?.passages;

  const inField = ({ key }: KeyboardEvent): boolean => {
    if (key === 'ArrowDown') return walk(results.current, 1);
    if (key === 'Enter') setText(typed.trim());
    else if (key !== 'Escape') return false;
    else if (typed !== '') setTyped('');
    else focusComposer(conversationId);
    return true;
  };
  const inResults = ({ key }: KeyboardEvent): boolean => {
    if (key === 'ArrowDown') return walk(results.current, 1) || true;
    if (key === 'ArrowUp' && walk(results.current, -1)) return true;
    if (key !== 'Escape' && key !== 'ArrowUp') return false;
    field.current?.focus();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    const isInField = event.target === field.current?.input;
    if (!(isInField ? inField(event) : inResults(event))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="assist-search" onKeyDown={onKeyDown}>
      <Input
        ref={field}
        size="small"
        prefix={<SearchOutlined aria-hidden="true" />}
        allowClear
        value={typed}
        maxLength={200}
        placeholder={t(assistText.search)}
        aria-label={t(assistText.search)}
        title={t(assistText.searchHelp)}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      <div ref={results}>
        <p className="soft" aria-live="polite">
          {text !== '' && saidOf()}
        </p>
        {passages && passages.length > 0 && (
          <Passages
            key={text}
            passages={passages}
            mayInsert={mayInsert}
            onInsert={onInsert}
            first={shownAtFirst}
          />
        )}
      </div>
    </search>
  );

  function saidOf(): string {
    if (found.error) return fill(t(assistText.searchFailed), { reason: errorSentence(found.error).message });
    if (!passages || found.isPlaceholderData) return passages ? '' : t(assistText.searching);
    if (passages.length === 0) return fill(t(assistText.noneFound), { text });
    const meant = found.data?.meant;
    return meant === undefined
      ? fill(t(assistText.found), { text, count: passages.length })
      : fill(t(assistText.foundMeant), { text, meant, count: passages.length });
  }
}

/** Moves the keyboard to the next or previous of what was found; false where there is none. */
function walk(results: HTMLElement | null, by: 1 | -1): boolean {
  const stops = [...(results?.querySelectorAll<HTMLElement>('.assist-card, .assist-more') ?? [])];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[at + by];
  if (!next) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}
