import { somebodyThere } from '../office.ts';
import { useSay, useSurroundings } from './context.ts';
import { AssistantMark, CloseIcon } from './icons.tsx';

/** The human's face: the first letter of the name in a circle. */
export function Face({ name }: { name: string }) {
  return (
    <span class="face" aria-hidden="true">
      {[...name.trim()][0] ?? '·'}
    </span>
  );
}

/** Who is on the other side now. */
export function Header() {
  const { messenger, state } = useSurroundings();
  const say = useSay();
  const { owner, agentName } = state.standing;
  const assistant = state.face?.assistantName[state.language];
  const human = owner === 'agent' && agentName !== undefined;
  const status =
    owner === 'agent'
      ? say('humanHere')
      : owner === 'queue'
        ? say(state.standing.left ? 'leftHere' : 'waitingHere')
        : owner === 'nobody'
          ? say('resolvedHere')
          : say(somebodyThere(state.office, Date.now()) ? 'assistantHere' : 'assistantHereAlone');
  return (
    <header>
      {human ? <Face name={agentName} /> : <AssistantMark />}
      <div class="who">
        <h2>{human ? agentName : (state.face?.name[state.language] ?? assistant ?? say('dialog'))}</h2>
        {state.face && <p>{status}</p>}
      </div>
      <button
        type="button"
        class="quiet"
        aria-label={say('close')}
        title={say('close')}
        onClick={() => messenger.hide()}
      >
        <CloseIcon />
      </button>
    </header>
  );
}
