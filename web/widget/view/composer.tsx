import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { endsMessage, longestText, tooManyCharacters } from '../composing.ts';
import { mayAskHuman } from '../view-state.ts';
import { useSay, useSurroundings } from './context.ts';
import { ChosenFiles, useChosenFiles } from './files.tsx';
import { ClipIcon, PersonIcon, SendIcon } from './icons.tsx';
import { OfficeLine } from './office-line.tsx';
import { useRefocus } from './use-refocus.ts';

/** Pixels: six lines, then the field scrolls. */
const tallest = 144;

export function Composer({ dropped }: { dropped: readonly File[] }) {
  const { messenger, state } = useSurroundings();
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const files = useChosenFiles();
  const refocus = useRefocus();
  const tooLong = tooManyCharacters(text);
  const ready = (text.trim() !== '' || files.chosen.length > 0) && tooLong === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: files are added once, when they are dropped
  useEffect(() => {
    if (dropped.length > 0) files.add(dropped);
  }, [dropped]);
  const { prefill } = state;
  useEffect(() => {
    if (!prefill) return;
    setText(prefill.text);
    field.current?.focus();
  }, [prefill]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, tallest)}px`;
  }, [text]);

  const send = () => {
    if (!ready) return;
    void messenger.send(text.trim(), files.chosen);
    setText('');
    files.clear();
    field.current?.focus();
  };
  const placeholder =
    state.standing.owner === 'agent'
      ? say('placeholderHuman')
      : state.standing.resolved
        ? say('placeholderResolved')
        : say('placeholder');
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <OfficeLine />
      <div class="field">
        <ChosenFiles files={files} />
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={say('message')}
          enterkeyhint="send"
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            messenger.typed();
          }}
          onKeyDown={(event) => {
            if (!endsMessage(event)) return;
            event.preventDefault();
            send();
          }}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (pasted.length === 0) return;
            event.preventDefault();
            files.add(pasted);
          }}
        />
        <div class="bar">
          <button
            type="button"
            class="quiet"
            aria-label={say('attach')}
            title={say('attach')}
            onClick={() => picker.current?.click()}
          >
            <ClipIcon />
          </button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            onChange={({ currentTarget }) => {
              files.add([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
          {mayAskHuman(state) && (
            <button type="button" class="human" onClick={refocus(() => void messenger.askHuman())}>
              <PersonIcon />
              {say('askHuman')}
            </button>
          )}
          {text.length > longestText * 0.9 && (
            <span class={`count ${tooLong > 0 ? 'over' : ''}`}>
              {tooLong > 0 ? say('textTooLong', { count: tooLong }) : `${text.length} / ${longestText}`}
            </span>
          )}
          <button type="submit" class="send" disabled={!ready} aria-label={say('send')} title={say('send')}>
            <SendIcon />
          </button>
        </div>
      </div>
    </form>
  );
}
