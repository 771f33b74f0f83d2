import { useSay, useSurroundings } from './context.ts';
import { useRefocus } from './use-refocus.ts';

/** What does not work now, and what still does. */
export function Banner() {
  const { messenger, state } = useSurroundings();
  const say = useSay();
  const refocus = useRefocus();
  if (state.phase === 'refused') {
    const words = ['identity-required', 'identity-invalid', 'identity-used'].includes(state.refusal ?? '')
      ? say('identityRequired')
      : say('refused', { code: state.refusal ?? 'internal' });
    return (
      <p class={state.face ? 'banner' : 'refused'} role="alert">
        {words}
      </p>
    );
  }
  const words = !state.online
    ? say('offline')
    : state.trouble === 'slow-down'
      ? say('slowDown')
      : state.trouble === 'unreachable' || state.connection === 'waiting'
        ? say('unreachable')
        : null;
  return (
    <div role="status">
      {words !== null && (
        <p class="banner">
          <span>{words}</span>
          {state.online && state.trouble !== 'slow-down' && (
            <button type="button" class="link" onClick={refocus(() => messenger.retry())}>
              {say('retry')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
