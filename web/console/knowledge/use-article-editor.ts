import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { consoleText } from '../../../core/text/console.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { ApiError, errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import {
  type ArticleFields,
  archiveArticle,
  createArticle,
  publishArticle,
  readArticle,
  restoreArticle,
  saveArticle,
  sendToReview,
} from '../calls.ts';
import { go, hrefOf } from '../frame/route.ts';
import { blankFields, fieldsOf, sameFields } from './article-fields.ts';
import { momentOf } from './moment.ts';

/** The colleague's text, which the refusal brings along. */
function theirsIn(error: ApiError): ArticleView | undefined {
  return (error.details as { article?: ArticleView } | null | undefined)?.article;
}

/** What is under way: its button turns, the others wait. */
type Busy = 'save' | 'draft' | 'review' | 'publish' | 'archive';

/**
 * One article being edited: what is stored, what the reader has made of it, and every way of bringing the two
 * together. A colleague's save is never overwritten unseen: it becomes `conflict`, and the reader decides.
 */
export function useArticleEditor(id: string) {
  const { language, t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const isNew = id === 'new';
  const stored = useQuery({
    queryKey: ['articles', 'one', id],
    queryFn: ({ signal }) => readArticle(id, signal),
    enabled: !isNew,
  });
  /** The article that the reader's changes start from: a newer one on the server does not slip under them. */
  const [base, setBase] = useState<ArticleView | null>(null);
  const [fields, setFields] = useState<ArticleFields>(() => blankFields(language));
  const [busy, setBusy] = useState<Busy | null>(null);
  const [conflict, setConflict] = useState<ArticleView | null>(null);

  const original = base ? fieldsOf(base) : blankFields(fields.language);
  const dirty = !sameFields(fields, original);

  const start = useCallback((article: ArticleView) => {
    setBase(article);
    setFields(fieldsOf(article));
    setConflict(null);
  }, []);
  useEffect(() => {
    const article = stored.data;
    if (!article || article === base) return;
    // A newer text replaces an untouched one; under the reader's own changes it waits until they save.
    if (base === null || !dirty) start(article);
    else if (article.version === base.version) setBase(article);
  }, [stored.data, base, dirty, start]);

  const remember = useCallback(
    (article: ArticleView) => {
      queries.setQueryData(['articles', 'one', article.id], article);
      queries.invalidateQueries({ queryKey: ['articles'] });
    },
    [queries],
  );

  /** Runs one call; a version conflict fetches the colleague's text, every other refusal is told. */
  async function attempt(what: Busy, work: () => Promise<ArticleView>) {
    setBusy(what);
    try {
      const article = await work();
      start(article);
      remember(article);
      return article;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'version-conflict' && base)
        setConflict(theirsIn(error) ?? (await readArticle(base.id)));
      else message.error(errorSentence(error).message);
      return null;
    } finally {
      setBusy(null);
    }
  }

  const write = (wanted: ArticleFields, version?: number, as?: 'draft') =>
    base ? saveArticle(base.id, version ?? base.version, wanted, as) : createArticle(wanted);

  /** Saves; `as` a draft, what is published goes on answering beside it. */
  async function save(wanted: ArticleFields = fields, version?: number, as?: 'draft') {
    const article = await attempt(as ?? 'save', () => write(wanted, version, as));
    if (article) message.success(t(consoleText.saved));
    return article;
  }

  /** Saves what was changed, and does the next step with it. */
  const saveAndThen = (what: 'review' | 'publish', as: 'draft' | undefined, step: typeof publishArticle) =>
    attempt(what, async () => {
      const saved = dirty || base === null ? await write(fields, undefined, as) : base;
      // From here on the draft is stored: a refusal of the next step must not lose track of it.
      if (saved !== base) start(saved);
      return saved.status === 'published' && what === 'publish' ? saved : step(saved.id, saved.version);
    });

  async function review() {
    const article = await saveAndThen('review', 'draft', sendToReview);
    if (article) message.success(t(reachText.sentToReview));
    return article;
  }

  async function publish() {
    const article = await saveAndThen('publish', undefined, publishArticle);
    if (!article) return null;
    const from = article.effectiveFrom ?? 0;
    message.success(
      from > Date.now()
        ? fill(t(reachText.scheduledNow), { date: momentOf(from, language) })
        : t(knowledgeText.publishedNow),
    );
    return article;
  }

  async function archive() {
    if (base === null) return null;
    const article = await attempt('archive', () => archiveArticle(base.id, base.version));
    if (article) message.success(t(knowledgeText.archivedNow));
    return article;
  }

  async function restore(version: number, as?: 'draft') {
    if (base === null) return;
    const article = await attempt('save', () => restoreArticle(base.id, base.version, version, as));
    if (article) message.success(fill(t(knowledgeText.restored), { version }));
  }

  return {
    isNew,
    stored,
    base,
    fields,
    change: (changes: Partial<ArticleFields>) => setFields((now) => ({ ...now, ...changes })),
    dirty,
    busy,
    save,
    review,
    publish,
    archive,
    restore,
    conflict,
    /** What a colleague has saved since the reader began to change their text. */
    newer: base && stored.data && stored.data.version > base.version ? stored.data : null,
    compare: (theirs: ArticleView) => setConflict(theirs),
    takeTheirs: () => conflict && start(conflict),
    overwrite: async () => {
      if (conflict === null) return;
      const { version } = conflict;
      setConflict(null);
      await save(fields, version);
    },
    /** Goes on editing my text upon their version, which stands in the history to look at. */
    merge: () => {
      if (conflict === null) return;
      setBase(conflict);
      setConflict(null);
    },
    /** After the first save the address names the article. */
    settle: (article: ArticleView | null) => {
      if (article && isNew) go(hrefOf(['knowledge', article.id]), 'replace');
    },
  };
}

export type ArticleEditor = ReturnType<typeof useArticleEditor>;
