import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, Segmented, Select } from 'antd';
import type { Language } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { useLanguage } from '../../ui/language.ts';
import { type ArticleFields, listArticles } from '../calls.ts';
import { Field } from '../frame/field.tsx';
import { hrefOf } from '../frame/route.ts';

/** The fields of an article. */
export function ArticleForm({
  fields,
  change,
  disabled,
  articleId,
}: {
  readonly fields: ArticleFields;
  readonly change: (changes: Partial<ArticleFields>) => void;
  readonly disabled: boolean;
  readonly articleId?: string;
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
            disabled={disabled}
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
            disabled={disabled}
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
            disabled={disabled}
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
              disabled={disabled}
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
              disabled={disabled}
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
      <Translation fields={fields} change={change} disabled={disabled} articleId={articleId} />
    </div>
  );
}

/** Chooses the article of the same content in the other language, found by typing. */
function Translation({
  fields,
  change,
  disabled,
  articleId,
}: {
  readonly fields: ArticleFields;
  readonly change: (changes: Partial<ArticleFields>) => void;
  readonly disabled: boolean;
  readonly articleId?: string;
}) {
  const { t } = useLanguage();
  const other = fields.language === 'zh' ? 'en' : 'zh';
  const candidates = useQuery({
    queryKey: ['articles', 'in-language', other],
    queryFn: async ({ signal }) => {
      const first = await listArticles({ language: other }, signal);
      const pages = Math.min(10, Math.ceil(first.total / 20));
      const rest = await Promise.all(
        Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
          listArticles({ language: other, page: index + 2 }, signal),
        ),
      );
      return [first, ...rest].flatMap((list) => list.articles);
    },
    staleTime: 60_000,
  });
  const options = (candidates.data ?? [])
    .filter((article) => article.id !== articleId)
    .map((article) => ({ value: article.id, label: article.title }));
  return (
    <Field
      label={t(knowledgeText.translation)}
      hint={
        fields.translationOf ? (
          <a href={hrefOf(['knowledge', fields.translationOf])}>{t(knowledgeText.openTranslation)}</a>
        ) : (
          t(knowledgeText.translationHint)
        )
      }
    >
      {(id) => (
        <Select
          {...id}
          allowClear
          disabled={disabled}
          loading={candidates.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          value={fields.translationOf}
          options={options}
          onChange={(translationOf: string | undefined) => change({ translationOf })}
        />
      )}
    </Field>
  );
}
