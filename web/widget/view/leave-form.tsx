import { useEffect, useRef, useState } from 'preact/hooks';
import { endsMessage } from '../composing.ts';
import { checkLeaving, type LeavingDraft, type LeavingField } from '../leaving.ts';
import { somebodyThere } from '../office.ts';
import { moment, slotsByDay } from '../when.ts';
import { useSay, useSurroundings } from './context.ts';
import { Choice, Field } from './field.tsx';
import { BackIcon } from './icons.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { useRefocus } from './use-refocus.ts';

/** Leave a message, or name a time to be called, instead of waiting. Esc goes back to the conversation. */
export function LeaveForm({ draft }: { draft: LeavingDraft }) {
  const { messenger, state } = useSurroundings();
  const say = useSay();
  const refocus = useRefocus();
  const form = useRef<HTMLFormElement>(null);
  const [opened] = useState(draft.way);
  const [tried, setTried] = useState(false);
  const now = Date.now();
  const slots = slotsByDay(state.office?.callbackSlots ?? [], now, state.language);
  const checked = checkLeaving(
    draft,
    slots.flatMap((of) => of.slots),
  );
  const problems = tried && 'problems' in checked ? checked.problems : {};
  const callback = draft.way === 'callback';
  const offered = offeredWays(state, opened);
  const change = (part: Partial<LeavingDraft>) => messenger.fillForm({ ...draft, ...part });
  const back = refocus(() => messenger.closeForm());
  const closed = state.office !== null && !somebodyThere(state.office, now) ? state.office.opensAt : null;

  // On a phone the keyboard would cover the form, and of a call the time is chosen first.
  useEffect(() => {
    const reads = matchMedia('(pointer: coarse)').matches || opened === 'callback';
    focusOn(form.current, reads ? 'h3' : 'textarea');
  }, [opened]);

  const send = refocus(() => {
    if ('problems' in checked) return;
    void messenger.leave(checked.text, checked.left);
  });
  return (
    <form
      class="leave"
      ref={form}
      noValidate
      aria-labelledby="tandem-leave-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) {
          event.stopPropagation();
          back(event);
        }
        // While an input method composes, Enter chooses a candidate and sends nothing.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !endsMessage(event))
          event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if ('problems' in checked) focusOn(form.current, controlOf[firstOf(checked.problems)]);
        else send(event);
      }}
    >
      <div class="leave-head">
        <button
          type="button"
          class="quiet"
          aria-label={say('formBack')}
          title={say('formBack')}
          onClick={back}
        >
          <BackIcon />
        </button>
        <h3 id="tandem-leave-title" tabIndex={-1}>
          {say(callback ? 'formCallback' : 'formMessage')}
        </h3>
      </div>
      <div class="leave-body">
        <p class="lead">
          {callback
            ? say('formLeadCallback')
            : closed === null
              ? say('formLead')
              : say('formLeadClosed', { when: moment(closed, now, state.language) })}
        </p>
        {offered.length > 1 && (
          <Choice
            name="way"
            legend={say('formWay')}
            options={[
              { value: 'message', words: say('wayMessage') },
              { value: 'callback', words: say('wayCallback') },
            ]}
            chosen={draft.way}
            onChoose={(way) => change({ way })}
          />
        )}
        {callback && (
          <>
            <SlotPicker
              days={slots}
              chosen={draft.slot}
              problem={problems.slot}
              onChoose={(slot) => change({ slot })}
            />
            <Field
              name="phone"
              label={say('formPhone')}
              problem={problems.phone}
              draw={(described) => (
                <input
                  {...described}
                  type="tel"
                  autocomplete="tel"
                  value={draft.phone}
                  onInput={({ currentTarget }) => change({ phone: currentTarget.value })}
                />
              )}
            />
          </>
        )}
        <Field
          name="text"
          label={say('formText')}
          problem={problems.text}
          draw={(described) => (
            <textarea
              {...described}
              rows={3}
              placeholder={say('formTextHint')}
              value={draft.text}
              onInput={({ currentTarget }) => change({ text: currentTarget.value })}
            />
          )}
        />
        {!callback && (
          <Field
            name="reach"
            label={say('formReach')}
            hint={say('formReachHint')}
            problem={problems.reach}
            draw={(described) => (
              <input
                {...described}
                type="text"
                inputMode="email"
                autocomplete="email"
                value={draft.reach}
                onInput={({ currentTarget }) => change({ reach: currentTarget.value })}
              />
            )}
          />
        )}
      </div>
      <div class="leave-foot">
        {!state.online && <p class="hint">{say('formOffline')}</p>}
        <button type="submit" class="primary">
          {say(callback ? 'formSendCallback' : 'formSendMessage')}
        </button>
      </div>
    </form>
  );
}

type Ways = readonly LeavingDraft['way'][];

/** What the queue offers now; the way that was tapped stays, whatever has changed since. */
function offeredWays({ position, standing, office }: Offers, opened: LeavingDraft['way']): Ways {
  const instead = position?.instead ?? standing.notice?.instead ?? office?.instead ?? [];
  return (['message', 'callback'] as const).filter((way) => way === opened || instead.includes(way));
}
type Offers = Pick<ReturnType<typeof useSurroundings>['state'], 'position' | 'standing' | 'office'>;

const controlOf: Record<LeavingField, string> = {
  slot: '.of-slot input',
  phone: '#tandem-phone',
  text: '#tandem-text',
  reach: '#tandem-reach',
};

/** In the order in which they stand on the screen. */
function firstOf(problems: Readonly<Partial<Record<LeavingField, unknown>>>): LeavingField {
  const fields = Object.keys(controlOf) as LeavingField[];
  return fields.find((field) => problems[field] !== undefined) ?? 'text';
}

function focusOn(form: HTMLFormElement | null, selector: string): void {
  form?.querySelector<HTMLElement>(selector)?.focus();
}
