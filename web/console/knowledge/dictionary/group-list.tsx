import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Pagination } from 'antd';
import { useState } from 'react';
import { dictionaryText } from '../../../../core/text/console-dictionary.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { GroupRow } from './group-row.tsx';
import { limits } from './parse.ts';
import { PasteGroups } from './paste-groups.tsx';
import type { Group } from './use-dictionary-editor.ts';

const pageSize = 20;
/** From so many on there is a field to find one. */
const searchFrom = 6;

/** Groups of words that mean the same: the newest first, found by any of their words. */
export function GroupList({
  groups,
  onChange,
}: {
  readonly groups: readonly Group[];
  /** Missing where the reader may only look. */
  readonly onChange: ((groups: readonly Group[]) => void) | undefined;
}) {
  const { t } = useLanguage();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [isPasting, setPasting] = useState(false);
  /** The group that was just begun: its field takes the typing. */
  const [begun, setBegun] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = groups.filter(
    ({ key, words }) =>
      key === begun || words.some((word) => word.toLowerCase().includes(wanted)) || wanted === '',
  );
  const shownPage = Math.min(page, Math.max(1, Math.ceil(found.length / pageSize)));
  const isFull = groups.length >= limits.groups;

  function begin() {
    const key = crypto.randomUUID();
    setBegun(key);
    setSearch('');
    setPage(1);
    onChange?.([{ key, words: [] }, ...groups.filter(({ words }) => words.length > 0)]);
  }

  return (
    <Panel
      className="dictionary-groups"
      title={t(dictionaryText.groups)}
      hint={t(dictionaryText.groupsHint)}
      actions={
        <span className="soft figure">{fill(t(dictionaryText.groupCount), { count: groups.length })}</span>
      }
    >
      {(onChange || groups.length >= searchFrom) && (
        <div className="dictionary-tools">
          {groups.length >= searchFrom && (
            <Input.Search
              className="dictionary-search"
              allowClear
              aria-label={t(dictionaryText.searchGroups)}
              placeholder={t(dictionaryText.searchGroups)}
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setPage(1);
                setBegun('');
              }}
            />
          )}
          {onChange && (
            <>
              <Button icon={<PlusOutlined aria-hidden="true" />} disabled={isFull} onClick={begin}>
                {t(dictionaryText.addGroup)}
              </Button>
              <Button disabled={isFull} onClick={() => setPasting(true)}>
                {t(dictionaryText.paste)}
              </Button>
            </>
          )}
        </div>
      )}
      {isFull && <p className="soft">{fill(t(dictionaryText.tooManyGroups), { count: limits.groups })}</p>}
      {groups.length === 0 && <p className="soft dictionary-none">{t(dictionaryText.emptyGroups)}</p>}
      {groups.length > 0 && found.length === 0 && (
        <p className="soft dictionary-none">
          {fill(t(dictionaryText.nothingFound), { search: search.trim() })}
        </p>
      )}
      <ul className="group-list">
        {found.slice((shownPage - 1) * pageSize, shownPage * pageSize).map((group) => (
          <GroupRow
            key={group.key}
            place={groups.indexOf(group) + 1}
            words={group.words}
            isBegun={group.key === begun}
            onChange={
              onChange &&
              ((words) => onChange(groups.map((one) => (one === group ? { ...group, words } : one))))
            }
            onRemove={() => onChange?.(groups.filter((one) => one !== group))}
          />
        ))}
      </ul>
      {found.length > pageSize && (
        <Pagination
          size="small"
          current={shownPage}
          total={found.length}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
      {isPasting && (
        <PasteGroups
          known={groups}
          onAdd={(fresh) =>
            onChange?.([...fresh.map((words) => ({ key: crypto.randomUUID(), words })), ...groups])
          }
          onClose={() => setPasting(false)}
        />
      )}
    </Panel>
  );
}
