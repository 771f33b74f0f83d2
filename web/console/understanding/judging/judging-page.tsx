import { CheckCircleOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DisputedMessage, DisputedModel } from '../../../../core/protocol/understanding.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { judgingText } from '../../../../core/text/console-judging.ts';
import { modelWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { Empty, Failed, Waiting } from '../../frame/states.tsx';
import { DisputeLine } from './dispute-line.tsx';
import { useDisputed, useJudge } from './use-judging.tsx';
import './judging.css';

const kinds = ['all', 'wish', 'risk', 'intent', 'emotion', 'handoff'] as const;

/** What the model and the built-in perception understand differently, one message after another, for a person to judge. */
export function JudgingPage() {
  const { t } = useLanguage();
  const [kind, setKind] = useState<'all' | DisputedModel>('all');
  const model = kind === 'all' ? undefined : kind;
  return (
    <Panel>
      <p className="judging-lead">{t(judgingText.lead)}</p>
      <div className="judging-bar">
        <Segmented
          aria-label={t(judgingText.about)}
          value={kind}
          options={kinds.map((value) => ({
            value,
            label: t(value === 'all' ? judgingText.all : modelWord[value]),
          }))}
          onChange={setKind}
        />
        <span className="judging-keys">{t(judgingText.keys)}</span>
      </div>
      <DisputeList model={model} />
    </Panel>
  );
}

function DisputeList({ model }: { readonly model: DisputedModel | undefined }) {
  const { t } = useLanguage();
  const pages = useDisputed(model);
  const judge = useJudge();
  const list = useRef<HTMLUListElement>(null);
  /** Where the hand is: the line that takes the place of the judged one gets the focus. */
  const goesOnAt = useRef<number | null>(null);
  const all = pages.data?.pages.flatMap(({ disputed }) => disputed);
  const ids = all?.map(({ id }) => id).join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the lines have changed
  useEffect(() => {
    if (goesOnAt.current === null) return;
    // After the last one there is no line left to hold the keyboard.
    if (list.current) focusOn(list.current, goesOnAt.current);
    else document.getElementById('content')?.focus();
    goesOnAt.current = null;
  }, [ids]);
  // Down leads into the list from where a page begins.
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      const at = document.activeElement;
      if (event.key !== 'ArrowDown' || !list.current || (at !== document.body && at?.id !== 'content'))
        return;
      event.preventDefault();
      focusOn(list.current, 0);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  if (pages.isError) return <Failed error={pages.error} onRetry={() => pages.refetch()} />;
  if (!all) return <Waiting rows={8} />;
  const first = pages.data!.pages[0]!;
  if (all.length === 0 && first.waiting > 0)
    return <Empty title={t(judgingText.doneOther)}>{t(judgingText.doneOtherHint)}</Empty>;
  if (all.length === 0)
    return first.asksOpinion ? (
      <Empty icon={<CheckCircleOutlined />} title={t(judgingText.done)}>
        {t(judgingText.doneHint)}
      </Empty>
    ) : (
      <Empty title={t(judgingText.noModel)}>{t(judgingText.noModelHint)}</Empty>
    );

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.target instanceof HTMLInputElement) return;
    const lines = [...(list.current?.children ?? [])];
    const place = lines.findIndex((line) => line.contains(event.target as Node));
    if (place < 0) return;
    event.preventDefault();
    focusOn(list.current, place + step);
  }

  return (
    <>
      <ul ref={list} className="dispute-list" aria-busy={pages.isFetching} onKeyDown={onKeyDown}>
        {all.map((dispute, place) => (
          <DisputeLine
            key={dispute.id}
            dispute={dispute}
            goesOn={isSameMessage(all[place - 1], dispute)}
            onJudge={(label) => {
              goesOnAt.current = place;
              return judge(dispute, label);
            }}
          />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t(examplesText.more)}
        </Button>
      )}
    </>
  );
}

const isSameMessage = (one: DisputedMessage | undefined, other: DisputedMessage): boolean =>
  one?.conversationId === other.conversationId && one.seq === other.seq;

/** The first choice of the line at a place; of the last where there are fewer. */
function focusOn(list: HTMLUListElement | null, place: number): void {
  const lines = list?.children ?? [];
  const line = lines[Math.min(Math.max(place, 0), lines.length - 1)];
  line?.querySelector<HTMLButtonElement>('button.dispute-side')?.focus();
}
