import { CheckOutlined } from '@ant-design/icons';
import type { AssistProcedure } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';
import { Citations } from '../conversation/citations.tsx';
import { InternalMark } from './passages.tsx';
import { helpMark } from './visible.ts';

/** The steps of the procedure that fits: what is done, what comes next, what comes then. */
export function Procedure({
  procedure: { citation, audience, steps, next },
}: {
  readonly procedure: AssistProcedure;
}) {
  const { t } = useLanguage();
  const { articleId, ordinal } = citation;
  return (
    <div {...helpMark({ kind: 'step', ref: `step:${articleId}#${ordinal}/${next ?? 0}` })}>
      <ol className="assist-steps">
        {steps.map((step, at) => {
          const state = step.done ? 'done' : at === next ? 'next' : 'later';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <li key={at} className={`step-${state}`} aria-current={state === 'next' ? 'step' : undefined}>
              <span className="step-mark" aria-hidden="true">
                {step.done ? <CheckOutlined /> : at + 1}
              </span>
              <span>
                <span className="unseen">{t(assistText[state])}：</span>
                {step.text}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="assist-procedure-foot">
        <Citations citations={[citation]} />
        {audience === 'staff' && <InternalMark />}
        {next === null && <span className="soft">{t(assistText.allDone)}</span>}
      </p>
    </div>
  );
}
