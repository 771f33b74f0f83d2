import { humanAsked } from '../view-state.ts';
import { useSay, useSurroundings } from './context.ts';

/** Where the customer stands while a person is on the way. */
export function Waiting() {
  const { state } = useSurroundings();
  const say = useSay();
  const asked = humanAsked(state);
  const waits = asked || state.standing.owner === 'queue';
  if (!waits) return <div role="status" />;
  const { position } = state;
  const delayed = asked && (!state.online || state.trouble === 'unreachable');
  const place =
    delayed || position === null
      ? null
      : position.agentsOnline === 0
        ? say('nobodyOnline')
        : position.position <= 1
          ? say('next')
          : say('ahead', { count: position.position - 1 });
  return (
    <div role="status">
      <div class="waiting">
        <span class="pulse" aria-hidden="true" />
        <p>
          <strong>
            {delayed ? say('connectingWhenOnline') : say('connecting')}
            {place !== null && position !== null && position.agentsOnline > 0 && <em> · {place}</em>}
          </strong>
          <span>{position?.agentsOnline === 0 && place !== null ? place : say('goOnWriting')}</span>
        </p>
      </div>
    </div>
  );
}
