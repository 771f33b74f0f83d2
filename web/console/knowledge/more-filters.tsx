import { FilterOutlined } from '@ant-design/icons';
import { Button, Popover, Select } from 'antd';
import type { Colleague } from '../../../core/protocol/views.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { Field } from '../frame/field.tsx';
import { useNames } from './use-names.ts';

/** What the filters that are used less often narrow by, as the address holds it. */
export interface MoreFilter {
  readonly audience?: string | undefined;
  readonly due?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly product?: string | undefined;
  readonly inboxId?: string | undefined;
}

export const moreFilterNames = ['audience', 'due', 'ownerId', 'product', 'inboxId'] as const;

/** The filters behind one button, which tells how many are set. */
export function MoreFilters({
  filter,
  products,
  me,
  onChange,
}: {
  readonly filter: MoreFilter;
  readonly products: readonly string[];
  readonly me: Colleague;
  readonly onChange: (change: MoreFilter) => void;
}) {
  const { t } = useLanguage();
  const { colleagues, inboxes } = useNames();
  const count = moreFilterNames.filter((name) => filter[name]).length;
  const choice = (
    name: (typeof moreFilterNames)[number],
    label: keyof typeof reachText,
    any: keyof typeof reachText,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Field label={t(reachText[label])}>
      {(id) => (
        <Select
          {...id}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter[name] ?? ''}
          options={[{ value: '', label: t(reachText[any]) }, ...options]}
          onChange={(value) => onChange({ [name]: value || undefined })}
        />
      )}
    </Field>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="more-filters">
          {choice('due', 'due', 'anyDue', [
            { value: 'review', label: t(reachText.dueReview) },
            { value: 'scheduled', label: t(reachText.dueScheduled) },
            { value: 'ends-soon', label: t(reachText.dueEndsSoon) },
          ])}
          {choice('ownerId', 'owner', 'anyOwner', [
            { value: me.id, label: t(reachText.mine) },
            ...colleagues
              .filter(({ id }) => id !== me.id)
              .map(({ id, name }) => ({ value: id, label: name })),
          ])}
          {choice('audience', 'audience', 'anyAudience', [
            { value: 'everyone', label: t(reachText.everyone) },
            { value: 'staff', label: t(reachText.staff) },
          ])}
          {choice(
            'product',
            'products',
            'anyProduct',
            products.map((value) => ({ value, label: value })),
          )}
          {inboxes.length > 0 &&
            choice(
              'inboxId',
              'inboxes',
              'anyInbox',
              inboxes.map(({ id, name }) => ({ value: id, label: name })),
            )}
        </div>
      }
    >
      <Button
        icon={<FilterOutlined aria-hidden="true" />}
        type={count > 0 ? 'primary' : 'default'}
        ghost={count > 0}
      >
        {count > 0 ? fill(t(reachText.filterCount), { count }) : t(reachText.filter)}
      </Button>
    </Popover>
  );
}
