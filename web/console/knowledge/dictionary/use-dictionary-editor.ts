import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { Dictionary, DictionaryVersion } from '../../../../core/terms/dictionary.ts';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { ApiError, errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { readDictionary, saveDictionary } from './calls.ts';
import { changeOf, isEmpty, mergeDictionaries } from './merge.ts';
import { groupProblem } from './parse.ts';

/** A group being edited; the key stays while its words change. */
export interface Group {
  readonly key: string;
  readonly words: readonly string[];
}

const groupsOf = (synonyms: Dictionary['synonyms']): readonly Group[] =>
  synonyms.map((words) => ({ key: crypto.randomUUID(), words }));

/**
 * The dictionary being edited: what is stored, what the reader made of it, and the ways of bringing them together. A
 * colleague's save is never overwritten unseen: it becomes `conflict`, and the reader decides.
 */
export function useDictionaryEditor() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const stored = useQuery({
    queryKey: ['dictionary'],
    queryFn: ({ signal }) => readDictionary(signal),
  });
  /** The version that the reader's changes start from. */
  const [base, setBase] = useState<DictionaryVersion | null>(null);
  const [words, setWords] = useState<readonly string[]>([]);
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<DictionaryVersion | null>(null);

  const wanted: Dictionary = {
    words,
    synonyms: groups.map((group) => group.words).filter((group) => group.length > 0),
  };
  const change = base && changeOf(base, wanted);
  const dirty = change !== null && !(isEmpty(change.added) && isEmpty(change.removed));

  const start = useCallback((from: DictionaryVersion, shown: Dictionary = from) => {
    setBase(from);
    setWords(shown.words);
    setGroups(groupsOf(shown.synonyms));
    setConflict(null);
  }, []);
  useEffect(() => {
    // A newer version replaces an untouched one; under the reader's own changes it waits until they save.
    if (stored.data && stored.data.version !== base?.version && !dirty) start(stored.data);
  }, [stored.data, base, dirty, start]);

  async function save() {
    if (base === null) return;
    setSaving(true);
    try {
      const saved = await saveDictionary(base.version, wanted);
      queries.setQueryData(['dictionary'], saved);
      start(saved);
      message.success(t(dictionaryText.saved));
    } catch (error) {
      const theirs =
        error instanceof ApiError && error.code === 'version-conflict'
          ? (error.details as { dictionary?: DictionaryVersion } | null | undefined)?.dictionary
          : undefined;
      if (theirs) setConflict(theirs);
      else message.error(errorSentence(error).message);
    } finally {
      setSaving(false);
    }
  }

  return {
    stored,
    base,
    words,
    setWords,
    groups,
    setGroups,
    wanted,
    dirty,
    isSaving,
    isWrong: groups.some((group) => groupProblem(group.words) !== null),
    save,
    discard: () => base && start(base),
    conflict,
    /** What a colleague has saved since the reader began. */
    newer: base && dirty && stored.data && stored.data.version > base.version ? stored.data : null,
    compare: setConflict,
    takeTheirs: () => conflict && start(conflict),
    /** Both people's changes, upon their version, to be looked over before they are saved. */
    merge: () => {
      if (base === null || conflict === null) return;
      start(conflict, mergeDictionaries(base, wanted, conflict));
      message.info(t(dictionaryText.merged));
    },
  };
}

export type DictionaryEditor = ReturnType<typeof useDictionaryEditor>;
