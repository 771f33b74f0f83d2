import { composeAnswer } from '../core/knowledge/compose-answer.ts';
import type { KnowledgeIndex } from '../core/knowledge/index.ts';
import type { MeaningShelf } from '../core/knowledge/meaning-shelf.ts';
import { meaningTextsOfVersions } from '../core/knowledge/meaning-texts.ts';
import type { MeaningVector } from '../core/knowledge/meaning-vector.ts';
import { removePersonalData } from '../core/knowledge/remove-personal-data.ts';
import { retrieve } from '../core/knowledge/retrieve.ts';
import { byConcern, compareAnswers, isRight } from '../core/preview/compare-answers.ts';
import type { ArticlePreview, PreviewedQuestion } from '../core/protocol/preview.ts';
import type { Article } from '../core/terms/article.ts';
import type { Language } from '../core/terms/language.ts';
import type { JudgedQuestion, PastQuestion, PreviewedAnswer } from '../core/terms/preview.ts';
import type { Knowledge, Meanings } from '../plugs/knowledge.ts';
import { certain, noting } from './understand-question.ts';

/** An edit that is not published, and what it is to be tried on. */
export interface PreviewTask {
  readonly articleId: string;
  /** What of the article is in force or will be, without the edit and with it; empty where it answers nothing. */
  readonly before: readonly Article[];
  readonly after: readonly Article[];
  /** Epoch milliseconds: the moment for which it is asked. */
  readonly at: number;
  readonly since: number;
  readonly asked: readonly (PastQuestion & { readonly language: Language; readonly inboxId: string })[];
  readonly judged: readonly (JudgedQuestion & { readonly language: Language })[];
}

/** A knowledge base of its own: its index, and the same as the services ask it. */
export interface PreviewBase {
  readonly index: Pick<KnowledgeIndex, 'set'> & { readonly meaning: MeaningShelf | undefined };
  readonly knowledge: Knowledge;
}

/** What texts mean, for a base that is searched by meaning. */
export interface PreviewMeanings {
  /** Of the article's own texts, those of the edit among them, as they are sent to a model. */
  readonly texts: ReadonlyMap<string, MeaningVector>;
  /** Of what questions search for. */
  readonly questions: Meanings;
}

/** Texts whose meaning a preview wants to know. */
export interface WantedMeanings {
  /** The article's own, as they are sent to a model: those that it holds now, and those that only the edit brings. */
  readonly held: readonly string[];
  readonly edited: readonly string[];
  /** What is searched for where words alone give no certain answer. */
  readonly questions: readonly { readonly text: string; readonly language: Language }[];
}

const mostShown = 100;

interface Asked {
  readonly text: string;
  readonly shown: string;
  readonly language: Language;
  readonly inboxId?: string;
  readonly times: number;
  readonly conversationId: string | null;
  readonly went: PastQuestion['went'];
  readonly judged: JudgedQuestion | null;
}

/** What `previewArticle` would need to know the meaning of, to ask as customers are answered. Leaves the index as it was. */
export function wantedMeanings(base: PreviewBase, task: PreviewTask): WantedMeanings {
  const held = meaningTextsOfVersions(task.before);
  const edited = [...meaningTextsOfVersions(task.after)].filter((text) => !held.has(text));
  const wanted = new Map<string, WantedMeanings['questions'][number]>();
  const questions = withJudgements(task.asked, task.judged);
  for (const versions of [task.after, task.before]) {
    base.index.set(task.articleId, versions);
    for (const question of questions) {
      const { language } = question;
      for (const text of searchedFor(within(base.knowledge, question, task), question))
        wanted.set(`${language} ${text}`, { text, language });
    }
  }
  return { held: [...held], edited, questions: [...wanted.values()] };
}

/**
 * Asks the questions of the past and those that somebody judged twice: without the edit and with it, and says which
 * answers would change. The index is left as it was without the edit. Where it is searched by meaning, `meanings` says
 * what was learned of what `wantedMeanings` named; what it lacks is told. Synchronous, about half a millisecond a
 * question: for a thread of its own.
 */
export function previewArticle(
  { index, knowledge }: PreviewBase,
  { articleId, before, after, at, since, asked, judged }: PreviewTask,
  meanings?: PreviewMeanings,
): ArticlePreview {
  const questions = withJudgements(asked, judged);
  const unknown = new Set<number>();
  /** What an article holds is wanted anew whenever it is set. */
  const hold = (versions: readonly Article[]) => {
    index.set(articleId, versions);
    for (const [text, vector] of meanings?.texts ?? []) index.meaning?.put(text, vector);
  };
  const answerAll = (versions: readonly Article[]) => {
    hold(versions);
    return questions.map((question, place) => {
      const scoped = within(knowledge, question, { at });
      const searched = meanings ? searchedFor(scoped, question) : [];
      if (searched.length === 0 || !meanings) return answerOf(scoped, question);
      if (searched.some((text) => !meanings.questions.has(text))) unknown.add(place);
      return answerOf(scoped.knowing(meanings.questions), question);
    });
  };
  const now = answerAll(before);
  const then = answerAll(after);
  hold(before);

  const verdicts = { better: 0, worse: 0, 'likely-better': 0, 'likely-worse': 0, unclear: 0 };
  const suite = { total: 0, before: 0, after: 0 };
  const changes: PreviewedQuestion[] = [];
  for (const [place, question] of questions.entries()) {
    const [was, is] = [now[place]!, then[place]!];
    if (question.judged) {
      suite.total++;
      if (isRight(was, question.judged)) suite.before++;
      if (isRight(is, question.judged)) suite.after++;
    }
    const compared = compareAnswers(was, is, {
      went: question.went,
      edited: articleId,
      ...(question.judged && { judged: question.judged }),
    });
    if (!compared) continue;
    verdicts[compared.verdict]++;
    const { shown, language, times, conversationId, judged: said } = question;
    changes.push({
      text: shown,
      language,
      times,
      conversationId,
      ...compared,
      before: was,
      after: is,
      judged: said && { id: said.id, articleId: said.articleId },
    });
  }
  return {
    at,
    questions: questions.length,
    since,
    judged: suite,
    verdicts,
    meaning: meanings
      ? {
          questions: unknown.size,
          texts: [...meaningTextsOfVersions(after)].filter((text) => !meanings.texts.has(text)).length,
        }
      : null,
    changes: changes.sort(byConcern).slice(0, mostShown),
  };
}

const keyOf = (text: string, language: Language) => `${language} ${text.trim().toLowerCase()}`;

/** Every question once: what was asked with its judgement, then what was only judged. */
function withJudgements(asked: PreviewTask['asked'], judged: PreviewTask['judged']): Asked[] {
  const open = new Map(judged.map((one) => [keyOf(one.text, one.language), one]));
  const questions = asked.map(({ text, language, inboxId, times, conversationId, went }): Asked => {
    // What somebody judged is kept without personal data, and shown so.
    const shown = removePersonalData(text, language);
    const key = keyOf(shown, language);
    const said = open.get(key) ?? null;
    open.delete(key);
    return { text, shown, language, inboxId, times, conversationId, went, judged: said };
  });
  for (const one of open.values()) {
    const { text, language } = one;
    questions.push({ text, shown: text, language, times: 0, conversationId: null, went: null, judged: one });
  }
  return questions;
}

const within = (knowledge: Knowledge, { inboxId }: Asked, { at }: Pick<PreviewTask, 'at'>): Knowledge =>
  knowledge.within({ at, audience: 'everyone', ...(inboxId === undefined ? {} : { inboxId }) });

const mostCandidates = 6;

/** What the question searches for; nothing where its words lead to a certain answer, as for customers. */
function searchedFor(knowledge: Knowledge, { text, language }: Asked): string[] {
  const searched = new Set<string>();
  const index = noting(knowledge, (words) => searched.add(words));
  const { decision } = retrieve({ index, text, language, limit: mostCandidates });
  return decision.kind === 'answer' && decision.figures.confidence >= certain ? [] : [...searched];
}

/** The answer that a customer would get by the rules alone, out of nowhere. */
function answerOf(knowledge: Knowledge, { text, language }: Asked): PreviewedAnswer {
  const { candidates, decision } = retrieve({ index: knowledge, text, language, limit: mostCandidates });
  const chosen =
    decision.kind === 'answer'
      ? decision.candidate
      : decision.kind === 'clarify'
        ? decision.candidates[0]
        : undefined;
  const said =
    decision.kind === 'answer'
      ? composeAnswer({ candidate: decision.candidate, candidates, language }).text
      : decision.kind === 'clarify'
        ? decision.candidates.map(({ passage }) => passage.title).join(' / ')
        : '';
  return {
    kind: decision.kind,
    articleId: chosen?.passage.articleId ?? null,
    title: chosen?.passage.title ?? null,
    confidence: Math.round(decision.figures.confidence * 1000) / 1000,
    text: said,
  };
}
