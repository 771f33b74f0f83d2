import { useRef, useState } from 'preact/hooks';
import { Refusal } from '../api.ts';
import { useSay, useSurroundings } from './context.ts';
import { ScoreFace } from './icons.tsx';
import { scoreWord } from './line.tsx';
import { useRefocus } from './use-refocus.ts';

/** Asked once a conversation, after it was closed. The radio group is the browser's own: arrows and space work. */
export function Rating() {
  const { messenger } = useSurroundings();
  const say = useSay();
  // One id for this rating, so that a second press is the same rating.
  const [id] = useState(() => crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const refocus = useRefocus();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const [stage, setStage] = useState<'asking' | 'sending' | 'thanked' | 'failed'>('asking');
  if (stage === 'thanked')
    return (
      <p class="rating thanks" role="status">
        {say('rateThanks')}
      </p>
    );
  const thank = () => {
    const has = (form.current?.getRootNode() as ShadowRoot | undefined)?.activeElement;
    if (form.current?.contains(has ?? null))
      refocus(() => setStage('thanked'))({ currentTarget: form.current });
    else setStage('thanked');
  };
  const send = async () => {
    setStage('sending');
    try {
      await messenger.rate(id, score, comment);
      thank();
    } catch (error) {
      if (error instanceof Refusal && error.code === 'already-rated') thank();
      else setStage('failed');
    }
  };
  return (
    <form
      ref={form}
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        if (score > 0 && stage !== 'sending') void send();
      }}
    >
      <fieldset>
        <legend>{say('rateTitle')}</legend>
        <div class="scores">
          {[1, 2, 3, 4, 5].map((value) => (
            <label key={value} class={value === score ? 'chosen' : ''}>
              <input
                type="radio"
                name="score"
                value={value}
                checked={value === score}
                onChange={() => setScore(value)}
              />
              <ScoreFace score={value} />
              <span>{scoreWord(value, say)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {score > 0 && (
        <>
          <textarea
            rows={2}
            maxLength={500}
            placeholder={say('rateComment')}
            aria-label={say('rateComment')}
            value={comment}
            onInput={({ currentTarget }) => setComment(currentTarget.value)}
          />
          <button type="submit" class="primary" aria-disabled={stage === 'sending'}>
            {say('rateSend')}
          </button>
        </>
      )}
      {stage === 'failed' && (
        <p class="failed" role="alert">
          {say('rateFailed')}
        </p>
      )}
    </form>
  );
}
