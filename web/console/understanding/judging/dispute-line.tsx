import { RobotOutlined, ToolOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { DisputedMessage, Judgement } from '../../../../core/protocol/understanding.ts';
import { outOfScope } from '../../../../core/terms/perception.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { judgingText } from '../../../../core/text/console-judging.ts';
import { fill } from '../../../../core/text/fill.ts';
import { modelWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { When } from '../../frame/when.tsx';
import { useIntents } from '../examples/intent-list.tsx';
import { fixedLabels, labelWord } from '../examples/label-word.ts';
import { shareWords } from './share-words.ts';

/** One message with both opinions: the right one is chosen, another one, or none. */
export function DisputeLine({
  dispute,
  goesOn,
  onJudge,
}: {
  readonly dispute: DisputedMessage;
  /** The line before is about the same message: its words are not said again. */
  readonly goesOn: boolean;
  readonly onJudge: (label: string | null) => Promise<boolean>;
}) {
  const { t } = useLanguage();
  const [isJudging, setJudging] = useState(false);
  const { model, text, tandem, opinion } = dispute;
  const others = useOthers(dispute);

  async function judge(label: string | null) {
    if (isJudging) return;
    setJudging(true);
    if (!(await onJudge(label))) setJudging(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    // In the list of other labels digits and arrows are its own.
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const labels: Readonly<Record<string, string | null>> = { 1: tandem.label, 2: opinion.label, 0: null };
    const label = labels[event.key];
    if (label === undefined) return;
    event.preventDefault();
    void judge(label);
  }

  const side = (of: Judgement, by: ReactNode, kind: 'built-in' | 'model') => (
    <button
      type="button"
      className={`dispute-side dispute-${kind}`}
      disabled={isJudging}
      onClick={() => void judge(of.label)}
    >
      <span className="dispute-by">{by}</span>
      <span className="dispute-label">{labelWord(of.label, model, t)}</span>
      <span className="dispute-share figure">{shareWords(of, model, t)}</span>
    </button>
  );

  return (
    <li
      className={goesOn ? 'dispute dispute-more' : 'dispute'}
      aria-label={fill(t(judgingText.message), { text: text.slice(0, 80) })}
      onKeyDown={onKeyDown}
    >
      <div className="dispute-message">
        {!goesOn && <p className="dispute-text">{text}</p>}
        <p className="dispute-from">
          <span className="dispute-kind">{t(modelWord[model])}</span>
          {!goesOn && (
            <>
              <a href={`/desk/#/c/${encodeURIComponent(dispute.conversationId)}`}>
                {t(examplesText.openConversation)}
              </a>
              <When at={dispute.at} />
            </>
          )}
        </p>
      </div>
      <div className="dispute-choice">
        {side(
          tandem,
          <>
            <ToolOutlined aria-hidden="true" /> {t(judgingText.builtIn)}
          </>,
          'built-in',
        )}
        {side(
          opinion,
          <>
            <RobotOutlined aria-hidden="true" /> {t(judgingText.byModel)}
          </>,
          'model',
        )}
      </div>
      <div className="dispute-else">
        {others.length > 0 && (
          <Select
            aria-label={t(judgingText.other)}
            placeholder={t(judgingText.otherShort)}
            value={null}
            disabled={isJudging}
            showSearch={model === 'intent' ? { optionFilterProp: 'label' } : false}
            popupMatchSelectWidth={false}
            options={others.map((value) => ({ value, label: labelWord(value, model, t) }))}
            onChange={(label: string | null) => label !== null && void judge(label)}
          />
        )}
        <Button type="text" disabled={isJudging} onClick={() => void judge(null)}>
          {t(judgingText.leaveOut)}
        </Button>
      </div>
    </li>
  );
}

/** What else the message may mean. */
function useOthers({ model, tandem, opinion }: DisputedMessage): readonly string[] {
  const intents = useIntents();
  const known =
    model === 'intent'
      ? [...new Set([...(intents.data?.intents ?? []).map(({ name }) => name), outOfScope])]
      : fixedLabels[model];
  return known.filter((label) => label !== tandem.label && label !== opinion.label);
}
