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
  const nobody = !delayed && position?.agentsOnline === 0;
  const place =
    delayed || nobody || position === null
      ? null
      : position.position <= 1
        ? say('next')
        : say('ahead', { count: position.position - 1 });
  return (
    <div role="status">
      <div class="waiting">
        <span class="pulse" aria-hidden="true" />
        <p>
          <strong>
            {nobody ? say('nobodyOnline') : delayed ? say('connectingWhenOnline') : say('connecting')}
            {place !== null && <em> · {place}</em>}
          </strong>
          <span>{nobody ? say('leaveMessage') : say('goOnWriting')}</span>
        </p>
      </div>
    </div>
  );
}
