import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { AssistPassage } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { fill } from '../../../core/text/fill.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { useDesk } from '../store/use-desk.ts';
import type { TakenHelp } from './assist-use.ts';
import { Passages } from './passages.tsx';

/** The knowledge base in the agent's own words, right beside the conversation. */
export function KnowledgeSearch({
  conversationId,
  mayInsert,
  onInsert,
}: {
  readonly conversationId: string;
  readonly mayInsert: boolean;
  readonly onInsert: (taken: TakenHelp) => void;
}) {
  const { t } = useLanguage();
  const knowledge = useDesk((state) => state.knowledgeChanges);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['assist-search', conversationId, text, knowledge],
    enabled: text !== '',
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const path = `/api/conversations/${conversationId}/assist/search?text=${encodeURIComponent(text)}`;
      return (await api.get<{ passages: readonly AssistPassage[] }>(path, signal)).passages;
    },
  });
  return (
    <search className="assist-search">
      <Input
        size="small"
        prefix={<SearchOutlined aria-hidden="true" />}
        allowClear
        value={typed}
        maxLength={200}
        placeholder={t(assistText.search)}
        aria-label={t(assistText.search)}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value.trim() === '') setText('');
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) setText(typed.trim());
        }}
      />
      <div aria-live="polite">
        {text !== '' && found.isFetching && !found.data && <p className="soft">{t(assistText.searching)}</p>}
        {found.error && (
          <p className="soft">
            {fill(t(assistText.searchFailed), { reason: errorSentence(found.error).message })}
          </p>
        )}
        {text !== '' && found.data?.length === 0 && (
          <p className="soft">{fill(t(assistText.noneFound), { text })}</p>
        )}
        {text !== '' && found.data && found.data.length > 0 && (
          <>
            <h4>{fill(t(assistText.found), { text })}</h4>
            <Passages key={text} passages={found.data} mayInsert={mayInsert} onInsert={onInsert} />
          </>
        )}
      </div>
    </search>
  );
}
