import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { useLanguage } from '../../ui/language.ts';
import { type ArticleFields, listArticles } from '../calls.ts';
import { Field } from '../frame/field.tsx';
import { hrefOf } from '../frame/route.ts';

/** Chooses the article of the same content in the other language, found by typing, and leads both ways. */
export function TranslationField({
  fields,
  change,
  base,
}: {
  readonly fields: ArticleFields;
  readonly change: (changes: Partial<ArticleFields>) => void;
  readonly base: ArticleView | null;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const other = fields.language === 'zh' ? 'en' : 'zh';
  const linked = base?.translations ?? [];
  // One that another article names as its original is unlinked there.
  const isOriginal = linked.some((one) => !one.isOriginal);
  const candidates = useQuery({
    queryKey: ['articles', 'in-language', other, typed],
    queryFn: ({ signal }) => listArticles({ language: other, ...(typed ? { search: typed } : {}) }, signal),
    select: (list) => list.articles.map(({ id, title }) => ({ value: id, label: title })),
    enabled: !isOriginal,
    staleTime: 60_000,
  });
  const options = (candidates.data ?? []).filter(({ value }) => value !== base?.id);
  const named = linked.filter(({ id }) => !options.some(({ value }) => value === id));
  return (
    <Field
      label={t(knowledgeText.translation)}
      hint={
        linked.length > 0 ? (
          <span className="translations">
            {linked.map((one) => (
              <span key={one.id}>
                {t(one.isOriginal ? reachText.originalOf : reachText.translatedAs)}{' '}
                <a href={hrefOf(['knowledge', one.id])} lang={one.language}>
                  {one.title}
                </a>
                {base !== null && isStale(one, base) && (
                  <span className="mark mark-due">
                    {t(one.isOriginal ? reachText.originalNewer : reachText.translationOlder)}
                  </span>
                )}
              </span>
            ))}
          </span>
        ) : fields.translationOf ? (
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
          disabled={isOriginal}
          loading={candidates.isFetching}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={fields.translationOf ?? linked.find((one) => !one.isOriginal)?.id}
          options={[...named.map(({ id: value, title }) => ({ value, label: title })), ...options]}
          onChange={(translationOf: string | undefined) => change({ translationOf })}
        />
      )}
    </Field>
  );
}

/** Whether what was translated changed after its translation. */
function isStale(
  one: { readonly isOriginal: boolean; readonly updatedAt: number },
  base: ArticleView,
): boolean {
  return one.isOriginal ? one.updatedAt > base.updatedAt : base.updatedAt > one.updatedAt;
}
