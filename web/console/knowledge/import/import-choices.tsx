import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ImportOptions } from '../../../../core/protocol/imports.ts';
import type { Language } from '../../../../core/terms/language.ts';
import { importsText } from '../../../../core/text/console-import.ts';
import { noTopic } from '../../../../core/text/no-topic.ts';
import { useLanguage } from '../../../ui/language.ts';
import { listInboxes } from '../../calls.ts';

export const firstChoices = (language: Language): ImportOptions => ({
  status: 'draft',
  topic: noTopic[language],
  split: 'whole',
  audience: 'everyone',
});

/** A label over its field. */
export function Choice({
  id,
  label,
  isWide,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={isWide ? 'import-choice is-wide' : 'import-choice'}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

/** What becomes of the rows: where they stand, whom they are for. */
export function ImportChoices<O extends ImportOptions>({
  options,
  onChange,
  isDocument,
}: {
  readonly options: O;
  readonly onChange: (options: O) => void;
  readonly isDocument: boolean;
}) {
  const { t } = useLanguage();
  const inboxes = useQuery({ queryKey: ['inboxes'], queryFn: ({ signal }) => listInboxes(signal) });
  const named = (
    names: readonly ('draft' | 'review' | 'published' | 'everyone' | 'staff' | 'whole' | 'sections')[],
  ) => names.map((value) => ({ value, label: t(importsText[value]) }));
  return (
    <div className="import-choices">
      <Choice id="import-status" label={t(importsText.becomes)}>
        <Select
          id="import-status"
          value={options.status}
          onChange={(status) => onChange({ ...options, status })}
          options={named(['draft', 'review', 'published'])}
        />
      </Choice>
      <Choice id="import-topic" label={t(importsText.topic)}>
        <Input
          id="import-topic"
          maxLength={60}
          value={options.topic}
          onChange={({ target }) => onChange({ ...options, topic: target.value })}
        />
      </Choice>
      <Choice id="import-audience" label={t(importsText.audience)}>
        <Select
          id="import-audience"
          value={options.audience}
          onChange={(audience) => onChange({ ...options, audience })}
          options={named(['everyone', 'staff'])}
        />
      </Choice>
      <Choice id="import-inboxes" label={t(importsText.inboxes)}>
        <Select
          id="import-inboxes"
          mode="multiple"
          value={[...(options.inboxIds ?? [])]}
          placeholder={t(importsText.allInboxes)}
          onChange={(inboxIds: string[]) => onChange({ ...options, inboxIds })}
          options={(inboxes.data?.inboxes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Choice>
      {isDocument && (
        <Choice id="import-split" label={t(importsText.split)}>
          <Select
            id="import-split"
            value={options.split}
            onChange={(split) => onChange({ ...options, split })}
            options={named(['whole', 'sections'])}
          />
        </Choice>
      )}
    </div>
  );
}
