import { Input, Select } from 'antd';
import type { ProposalView } from '../../../../core/protocol/drafts.ts';
import { reachText } from '../../../../core/text/console-reach.ts';
import { reviewText } from '../../../../core/text/console-review.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Field } from '../../frame/field.tsx';
import { useNames } from '../use-names.ts';
import type { ReviewedText } from './calls.ts';

/** The draft's words, to be improved before they are accepted. */
export function ProposalForm({
  view,
  text,
  onChange,
  disabled,
}: {
  readonly view: ProposalView;
  readonly text: ReviewedText;
  readonly onChange: (changes: Partial<ReviewedText>) => void;
  readonly disabled: boolean;
}) {
  const { t } = useLanguage();
  const { inboxes, names } = useNames();
  const count = view.inboxIds.length;
  const hint = count > 1 ? fill(t(reviewText.inboxesSeen), { count }) : t(reviewText.inboxesHint);
  return (
    <div className="proposal-form" lang={view.language}>
      <Field label={t(reviewText.question)}>
        {(ids) => (
          <Input
            {...ids}
            disabled={disabled}
            maxLength={300}
            value={text.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(reviewText.similar)}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            disabled={disabled}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={text.similarQuestions.join('\n')}
            onChange={(event) => onChange({ similarQuestions: event.target.value.split('\n') })}
          />
        )}
      </Field>
      <Field label={t(reviewText.body)}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            disabled={disabled}
            autoSize={{ minRows: 6, maxRows: 18 }}
            value={text.body}
            onChange={(event) => onChange({ body: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(reviewText.topic)}>
        {(ids) => (
          <Input
            {...ids}
            disabled={disabled}
            maxLength={60}
            value={text.topic}
            onChange={(event) => onChange({ topic: event.target.value })}
          />
        )}
      </Field>
      {(inboxes.length > 1 || text.inboxIds.length > 0) && (
        <Field label={t(reviewText.inboxes)} {...(text.inboxIds.length > 0 && { hint })}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              allowClear
              disabled={disabled}
              placeholder={t(reachText.allInboxes)}
              value={[...text.inboxIds]}
              options={[...new Set([...inboxes.map((one) => one.id), ...text.inboxIds])].map((value) => ({
                value,
                label: names.inbox(value),
              }))}
              onChange={(inboxIds: string[]) => onChange({ inboxIds })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
