import { officeLine } from '../office.ts';
import { useSay, useSurroundings } from './context.ts';

/** Told before the tap on 转人工, where it leads: when a person is there again, and that a message can be left. */
export function OfficeLine() {
  const { messenger, state } = useSurroundings();
  const say = useSay();
  const line = officeLine(state, Date.now());
  if (!line) return null;
  const callsOnly = !state.office?.instead.includes('message');
  return (
    <p class="office">
      <span>{line.words}</span>
      {line.maySay && (
        <button
          type="button"
          class="link"
          onClick={() => messenger.openForm(callsOnly ? 'callback' : 'message')}
        >
          {say(callsOnly ? 'insteadCallback' : 'insteadMessage')}
        </button>
      )}
    </p>
  );
}
