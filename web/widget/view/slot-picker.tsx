import { useState } from 'preact/hooks';
import type { Problem } from '../leaving.ts';
import { hours, type Slot } from '../when.ts';
import { useSay } from './context.ts';
import { Choice } from './field.tsx';

interface Day {
  readonly day: string;
  readonly slots: readonly Slot[];
}

/** First the day, then the hour: a week of hours would be a wall. */
export function SlotPicker({
  days,
  chosen,
  problem,
  onChoose,
}: {
  days: readonly Day[];
  chosen: Slot | null;
  problem: Problem | undefined;
  onChoose: (slot: Slot | null) => void;
}) {
  const say = useSay();
  const dayOf = (slot: Slot | null) =>
    days.find(({ slots }) => slots.some(({ from }) => from === slot?.from));
  const [picked, setPicked] = useState<string | null>(null);
  const shown = days.find(({ day }) => day === picked) ?? dayOf(chosen) ?? days[0];
  if (!shown) return <p class="hint">{say('formNoSlots')}</p>;
  return (
    <>
      {days.length > 1 && (
        <Choice
          name="day"
          legend={say('formDay')}
          options={days.map(({ day }) => ({ value: day, words: day.charAt(0).toUpperCase() + day.slice(1) }))}
          chosen={shown.day}
          onChoose={(day) => {
            setPicked(day);
            onChoose(null);
          }}
        />
      )}
      <Choice
        name="slot"
        legend={days.length > 1 ? say('formTime') : `${say('formTime')} · ${shown.day}`}
        options={shown.slots.map((slot) => ({ value: slot.from, words: hours(slot) }))}
        chosen={chosen?.from ?? null}
        onChoose={(from) => onChoose(shown.slots.find((slot) => slot.from === from) ?? null)}
        problem={problem}
      />
    </>
  );
}
