import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { IntentSummary } from '../../../../core/protocol/understanding.ts';
import { type Emotion, emotions, outOfScope } from '../../../../core/terms/perception.ts';
import { readingText } from '../../../../core/text/desk-reading.ts';
import { emotionWord } from '../../../../core/text/reasons.ts';
import { api } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { MoodShape } from '../../marks.tsx';

/** A word that opens to what it might have been instead. Without the right to correct it is only the word. */
function Correctable({
  label,
  heading,
  items,
  now,
  onChoose,
  onOpen,
  children,
}: {
  readonly label: string;
  readonly heading: string;
  readonly items: readonly { readonly key: string; readonly label: ReactNode; readonly disabled?: boolean }[];
  readonly now: string | null;
  readonly onChoose: (key: string) => void;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}) {
  const menu: MenuProps = {
    items: [{ key: 'heading', type: 'group', label: heading, children: [...items] }],
    selectedKeys: now === null ? [] : [now],
    onClick: ({ key }) => onChoose(key),
    className: 'correct-menu',
  };
  return (
    <Dropdown trigger={['click']} menu={menu} autoFocus onOpenChange={(isOpen) => isOpen && onOpen?.()}>
      <button type="button" className="correctable" aria-label={label}>
        {children}
        <DownOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

/** The emotion of a message, to be put right with one choice. */
export function CorrectEmotion({
  emotion,
  mayCorrect,
  onCorrect,
}: {
  readonly emotion: Emotion;
  readonly mayCorrect: boolean;
  readonly onCorrect: (to: string) => void;
}) {
  const { t } = useLanguage();
  const word = t(emotionWord[emotion]);
  if (!mayCorrect) return <b>{word}</b>;
  return (
    <Correctable
      label={`${word}. ${t(readingText.correctMood)}`}
      heading={t(readingText.correctMood)}
      now={emotion}
      items={emotions.map((one) => ({
        key: one,
        label: (
          <span className="correct-choice">
            <MoodShape emotion={one} /> {t(emotionWord[one])}
          </span>
        ),
      }))}
      onChoose={onCorrect}
    >
      {word}
    </Correctable>
  );
}

/** The intent of a message, to be put right with one choice; the intents are asked for when first wanted. */
export function CorrectIntent({
  intent,
  mayCorrect,
  onCorrect,
}: {
  readonly intent: string | null;
  readonly mayCorrect: boolean;
  readonly onCorrect: (to: string) => void;
}) {
  const { t } = useLanguage();
  const [isWanted, setWanted] = useState(false);
  const intents = useQuery({
    queryKey: ['understanding', 'intents'],
    queryFn: ({ signal }) =>
      api.get<{ intents: readonly IntentSummary[] }>('/api/understanding/intents', signal),
    enabled: isWanted,
    staleTime: 60_000,
  });
  const word =
    intent === null ? t(readingText.noIntent) : intent === outOfScope ? t(readingText.outOfScope) : intent;
  if (!mayCorrect) return <b>{word}</b>;
  const known = intents.data?.intents ?? [];
  return (
    <Correctable
      label={`${word}. ${t(readingText.correctIntent)}`}
      heading={t(readingText.correctIntent)}
      now={intent}
      onOpen={() => setWanted(true)}
      items={
        known.length === 0
          ? [
              {
                key: 'none',
                disabled: true,
                label: t(intents.isPending ? readingText.loadingIntents : readingText.noIntents),
              },
            ]
          : [
              ...known.map(({ name }) => ({ key: name, label: name })),
              { key: outOfScope, label: t(readingText.noneOfThese) },
            ]
      }
      onChoose={onCorrect}
    >
      {word}
    </Correctable>
  );
}

const wishes = { human: readingText.asks, none: readingText.asksNobody } as const;

/** Whether a message asks for a person, to be put right with one choice. */
export function CorrectWish({
  wish,
  mayCorrect,
  onCorrect,
}: {
  readonly wish: keyof typeof wishes;
  readonly mayCorrect: boolean;
  readonly onCorrect: (to: string) => void;
}) {
  const { t } = useLanguage();
  const word = t(wishes[wish]);
  if (!mayCorrect) return wish === 'human' ? <b>{word}</b> : null;
  return (
    <Correctable
      label={`${word}. ${t(readingText.correctWish)}`}
      heading={t(readingText.correctWish)}
      now={wish}
      items={(['human', 'none'] as const).map((one) => ({ key: one, label: t(wishes[one]) }))}
      onChoose={onCorrect}
    >
      {word}
    </Correctable>
  );
}
