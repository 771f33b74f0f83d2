import { Input } from 'antd';
import { useState } from 'react';
import type { TimeSpan } from '../../../../core/terms/calendar.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { spansWords } from '../draft/field-words.ts';
import { ProblemNote, useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';
import { parseSpans, type SpansProblem } from './parse-spans.ts';

/** Hours of a day as text; what cannot be read stays in the field with the reason and changes nothing. */
export function SpansField({
  spans,
  label,
  path,
  onChange,
}: {
  readonly spans: readonly TimeSpan[];
  readonly label: string;
  readonly path: string;
  readonly onChange: (spans: readonly TimeSpan[]) => void;
}) {
  const { language, t } = useLanguage();
  const { mayEdit } = usePolicy();
  const status = useStatus(path, true);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<SpansProblem | null>(null);
  const shown = spans.length === 0 ? '' : spansWords(spans, language);

  function read(text: string, isDone: boolean) {
    const result = parseSpans(text);
    const isWrong = 'problem' in result;
    // While typing, half a time is no mistake yet.
    setWrong(isWrong && isDone ? result : null);
    setTyped(isDone && !isWrong ? null : text);
    if (!isWrong && JSON.stringify(result) !== JSON.stringify(spans)) onChange(result);
  }

  return (
    <div className="spans-field">
      <Input
        aria-label={label}
        disabled={!mayEdit}
        status={wrong ? 'error' : (status ?? '')}
        placeholder={t(calendarsText.closed)}
        value={typed ?? shown}
        onChange={(event) => read(event.target.value, false)}
        onBlur={(event) => read(event.target.value, true)}
        onPressEnter={(event) => read(event.currentTarget.value, true)}
      />
      {wrong && (
        <p className="problem-note problem-error" role="alert">
          {fill(t(calendarsText[wrong.problem]), { text: wrong.text })}
        </p>
      )}
      <ProblemNote path={path} under />
    </div>
  );
}
