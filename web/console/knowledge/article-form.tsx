import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, Segmented, Select } from 'antd';
import type { ArticleView } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { useLanguage } from '../../ui/language.ts';
import { type ArticleFields, listArticles } from '../calls.ts';
import { Field } from '../frame/field.tsx';
import { ReachSummary } from './reach-summary.tsx';
import { TranslationField } from './translation-field.tsx';

/** The fields of an article. */
export function ArticleForm({
  fields,
  change,
  base,
  onReach,
}: {
  readonly fields: ArticleFields;
  readonly change: (changes: Partial<ArticleFields>) => void;
  readonly base: ArticleView | null;
  /** Opens the panel in which the reach is changed. */
  readonly onReach: () => void;
}) {
  const { t } = useLanguage();
  const topics = useQuery({
    queryKey: ['articles', { page: 1 }],
    queryFn: ({ signal }) => listArticles({}, signal),
    select: (list) => list.topics,
  });
  return (
    <div className="article-form">
      <Field label={t(knowledgeText.title)} hint={t(knowledgeText.titleHint)}>
        {(id) => (
          <Input
            {...id}
            className="title-field"
            maxLength={300}
            lang={fields.language}
            value={fields.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(knowledgeText.similar)} hint={t(knowledgeText.similarHint)}>
        {(id) => (
          <Select
            {...id}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['\n']}
            value={[...fields.similarQuestions]}
            onChange={(similarQuestions: string[]) =>
              change({ similarQuestions: similarQuestions.map((one) => one.trim()).filter(Boolean) })
            }
          />
        )}
      </Field>
      <Field label={t(knowledgeText.body)} hint={t(knowledgeText.bodyHint)}>
        {(id) => (
          <Input.TextArea
            {...id}
            className="body-field"
            autoSize={{ minRows: 12, maxRows: 28 }}
            maxLength={50_000}
            lang={fields.language}
            value={fields.body}
            onChange={(event) => change({ body: event.target.value })}
          />
        )}
      </Field>
      <div className="field-row">
        <Field label={t(knowledgeText.topic)} hint={t(knowledgeText.topicHint)}>
          {(id) => (
            <AutoComplete
              {...id}
              value={fields.topic}
              options={(topics.data ?? []).map((value) => ({ value }))}
              showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
              onChange={(topic: string) => change({ topic })}
            />
          )}
        </Field>
        <Field label={t(knowledgeText.language)}>
          {(id) => (
            <Segmented<Language>
              aria-labelledby={id['aria-labelledby']}
              value={fields.language}
              options={[
                { value: 'zh', label: t(consoleText.chinese) },
                { value: 'en', label: t(consoleText.english) },
              ]}
              onChange={(language) => change({ language, translationOf: undefined })}
            />
          )}
        </Field>
      </div>
      <TranslationField fields={fields} change={change} base={base} />
      <ReachSummary fields={fields} onChange={onReach} />
    </div>
  );
}
