import { Button } from 'antd';
import type { Dictionary, DictionaryVersion } from '../../../../core/terms/dictionary.ts';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { fill } from '../../../../core/text/fill.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { type Change, changeOf, isEmpty } from './merge.ts';

/** Somebody saved meanwhile: what either person changed, side by side, and the reader decides. */
export function DictionaryConflict({
  base,
  mine,
  theirs,
  onTakeTheirs,
  onMerge,
  onClose,
}: {
  readonly base: Dictionary;
  readonly mine: Dictionary;
  readonly theirs: DictionaryVersion;
  readonly onTakeTheirs: () => void;
  readonly onMerge: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const who = theirs.by;
  return (
    <Dialog
      open
      width={720}
      closable={false}
      mask={{ closable: false }}
      onCancel={onClose}
      title={fill(t(dictionaryText.conflictTitle), { who })}
      footer={
        <>
          <Button onClick={onClose}>{t(dictionaryText.goBack)}</Button>
          <Button onClick={onTakeTheirs}>{t(dictionaryText.useTheirs)}</Button>
          <Button type="primary" onClick={onMerge}>
            {t(dictionaryText.merge)}
          </Button>
        </>
      }
    >
      <p className="soft">{t(dictionaryText.conflictBody)}</p>
      <div className="conflict-sides">
        <Side title={fill(t(dictionaryText.theirs), { who })} change={changeOf(base, theirs)} />
        <Side title={t(dictionaryText.mine)} change={changeOf(base, mine)} />
      </div>
    </Dialog>
  );
}

function Side({ title, change }: { readonly title: string; readonly change: Change }) {
  const { t } = useLanguage();
  return (
    <section>
      <h3>{title}</h3>
      {isEmpty(change.added) && isEmpty(change.removed) && (
        <p className="soft">{t(dictionaryText.noDifference)}</p>
      )}
      <Lines mark="added" of={change.added} />
      <Lines mark="removed" of={change.removed} />
    </section>
  );
}

function Lines({ mark, of }: { readonly mark: 'added' | 'removed'; readonly of: Dictionary }) {
  const { t } = useLanguage();
  if (isEmpty(of)) return null;
  const Words = mark === 'added' ? 'ins' : 'del';
  const lines = [...of.words, ...of.synonyms.map((group) => group.join(' = '))];
  return (
    <>
      <h4>{t(mark === 'added' ? dictionaryText.addedMark : dictionaryText.removedMark)}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Words>{line}</Words>
          </li>
        ))}
      </ul>
    </>
  );
}
