import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { dateProblems } from '../../../core/knowledge/date-problems.ts';
import type { ArticleView } from '../../../core/protocol/views.ts';
import type { Audience } from '../../../core/terms/article.ts';
import { dateProblemText, reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { type ArticleFields, listArticles } from '../calls.ts';
import { Field } from '../frame/field.tsx';
import { momentOf } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { useNames } from './use-names.ts';

/** For whom the article is, where and when it answers, and who looks after it. */
export function ReachPanel({
  fields,
  change,
  base,
}: {
  readonly fields: ArticleFields;
  readonly change: (changes: Partial<ArticleFields>) => void;
  readonly base: ArticleView | null;
}) {
  const { language, t } = useLanguage();
  const { colleagues, inboxes, names } = useNames();
  const products = useQuery({
    queryKey: ['articles', { page: 1 }],
    queryFn: ({ signal }) => listArticles({}, signal),
    select: (list) => list.products,
  });
  const isInternal = fields.audience === 'staff';
  const problems = dateProblems(fields, base?.editions ?? [], Date.now());
  const wrong = problems.find(({ isError }) => isError);
  return (
    <div className="reach">
      <Field
        label={t(reachText.audience)}
        hint={t(isInternal ? reachText.staffHint : reachText.everyoneHint)}
      >
        {(id) => (
          <Segmented<Audience>
            aria-labelledby={id['aria-labelledby']}
            value={fields.audience}
            options={[
              { value: 'everyone', label: t(reachText.everyone) },
              { value: 'staff', label: t(reachText.staff) },
            ]}
            onChange={(audience) => change({ audience })}
          />
        )}
      </Field>
      <div className="reach-dates">
        <Field label={t(reachText.effectiveFrom)} hint={t(reachText.effectiveHint)}>
          {(id) => (
            <MomentField
              {...id}
              withTime
              disabled={false}
              value={fields.effectiveFrom}
              onChange={(effectiveFrom) => change({ effectiveFrom })}
            />
          )}
        </Field>
        <Field
          label={t(reachText.expiresAt)}
          hint={t(reachText.expiresHint)}
          error={wrong && t(dateProblemText[wrong.code])}
        >
          {(id) => (
            <MomentField
              {...id}
              withTime
              disabled={false}
              isWrong={wrong !== undefined}
              value={fields.expiresAt}
              onChange={(expiresAt) => change({ expiresAt })}
            />
          )}
        </Field>
      </div>
      {problems
        // What is being edited replaces itself: nobody needs to be told.
        .filter(({ isError, version }) => !isError && (version === undefined || version !== base?.version))
        .map((problem) => (
          <p key={`${problem.code} ${problem.version}`} className="reach-note" role="status">
            {fill(t(dateProblemText[problem.code]), {
              version: problem.version ?? '',
              from: problem.from === undefined ? '' : momentOf(problem.from, language),
              until: problem.until === undefined ? '' : momentOf(problem.until, language),
            })}
          </p>
        ))}
      <Field label={t(reachText.inboxes)}>
        {(id) => (
          <Select
            {...id}
            mode="multiple"
            allowClear
            placeholder={t(reachText.allInboxes)}
            value={[...fields.inboxIds]}
            options={[...new Set([...inboxes.map((one) => one.id), ...fields.inboxIds])].map((value) => ({
              value,
              label: names.inbox(value),
            }))}
            onChange={(inboxIds: string[]) => change({ inboxIds })}
          />
        )}
      </Field>
      <Field label={t(reachText.products)} hint={t(reachText.productsHint)}>
        {(id) => (
          <Select
            {...id}
            mode="tags"
            placeholder={t(reachText.allProducts)}
            tokenSeparators={['\n', '，', ',']}
            value={[...fields.products]}
            options={(products.data ?? []).map((value) => ({ value, label: value }))}
            onChange={(chosen: string[]) =>
              change({ products: chosen.map((one) => one.trim().slice(0, 100)).filter(Boolean) })
            }
          />
        )}
      </Field>
      <div className="reach-dates">
        <Field label={t(reachText.owner)}>
          {(id) => (
            <Select
              {...id}
              allowClear
              placeholder={t(reachText.noOwner)}
              showSearch={{ optionFilterProp: 'label' }}
              value={fields.ownerId ?? undefined}
              options={colleagues
                .filter((one) => !one.disabled || one.id === fields.ownerId)
                .map((one) => ({ value: one.id, label: one.name }))}
              onChange={(ownerId: string | undefined) => change({ ownerId: ownerId ?? null })}
            />
          )}
        </Field>
        <Field label={t(reachText.reviewAt)} hint={t(reachText.reviewHint)}>
          {(id) => (
            <MomentField
              {...id}
              disabled={false}
              value={fields.reviewAt}
              presets={[1, 3, 6, 12].map((count) => ({
                label: fill(t(reachText.inMonths), { count }),
                at: inMonths(count),
              }))}
              onChange={(reviewAt) => change({ reviewAt })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

function inMonths(count: number): number {
  const day = new Date();
  day.setHours(9, 0, 0, 0);
  return day.setMonth(day.getMonth() + count);
}
