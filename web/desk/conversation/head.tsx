import { ArrowLeftOutlined, MoreOutlined, ProfileOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import type { ConversationSummary } from '../../../core/protocol/views.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { deskText } from '../../../core/text/desk.ts';
import { routingText } from '../../../core/text/desk-routing.ts';
import { seatText } from '../../../core/text/desk-seat.ts';
import { emotionWord } from '../../../core/text/reasons.ts';
import { useLanguage } from '../../ui/language.ts';
import { type Permissions, permissionsOf } from '../actions/permissions.ts';
import { contactName } from '../contact-name.ts';
import { keyLabel } from '../keys/key-label.ts';
import { Key, MoodMark, VerifiedMark } from '../marks.tsx';
import { SegmentMark } from '../segment-mark.tsx';
import { useDesk } from '../store/use-desk.ts';
import { HeldBy } from './held-by.tsx';
import type { PaneAction } from './pane-action.ts';
import { Standing } from './standing.tsx';

interface Quiet {
  readonly action: PaneAction;
  readonly label: Bilingual;
  readonly key?: string;
}

/** What is done now and then: beside the loud buttons on a wide screen, behind the dots on a narrow one. */
function quietOf(may: Permissions, isLead: boolean): readonly Quiet[] {
  return [
    ...(may.leave ? [{ action: 'leave', label: routingText.help.leave } as const] : []),
    ...(may.decline ? [{ action: 'decline', label: seatText.offer.decline, key: 'D' } as const] : []),
    ...(may.returnToAssistant
      ? [{ action: 'returnToAssistant', label: deskText.actions.returnToAssistant, key: 'B' } as const]
      : []),
    ...(may.transfer ? [{ action: 'transfer', label: deskText.actions.transfer, key: 'T' } as const] : []),
    ...(may.invite ? [{ action: 'invite', label: routingText.help.invite, key: 'H' } as const] : []),
    ...(isLead && (may.accept || may.transfer)
      ? [{ action: 'routing', label: routingText.why.liveTitle } as const]
      : []),
  ];
}

/** As many as stand beside the loud buttons; the rest is behind the dots. */
const besides = 2;

/** Who it is, how things stand, and what can be done. */
export function Head({
  summary,
  onAction,
  onBack,
  onContext,
}: {
  readonly summary: ConversationSummary;
  readonly onAction: (action: PaneAction) => void;
  readonly onBack: () => void;
  readonly onContext: () => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const may = permissionsOf(summary, me);
  const quiet = quietOf(may, me.role !== 'agent');
  const offeredElse = summary.offer !== null && summary.offer.agentId !== me.id;
  return (
    <header className="pane-head">
      <div className="pane-line">
        <Button
          type="text"
          className="only-narrow"
          icon={<ArrowLeftOutlined />}
          aria-label={t(deskText.app.back)}
          onClick={onBack}
        />
        <div className="pane-who">
          <h1>
            <span className="pane-name">{contactName(summary.contact, t)}</span>
            <VerifiedMark verified={summary.contact.verified} />
            {summary.contact.tier && <span className="tier">{summary.contact.tier}</span>}
            <SegmentMark summary={summary} />
            {summary.mood && summary.mood.emotion !== 'neutral' && (
              <span className="pane-mood">
                <MoodMark emotion={summary.mood.emotion} intensity={summary.mood.intensity} />
                <span className="not-narrow">{t(emotionWord[summary.mood.emotion])}</span>
              </span>
            )}
          </h1>
          <p className="soft">
            <HeldBy summary={summary} />
          </p>
        </div>
        <div className="pane-actions">
          {quiet.slice(0, besides).map((one) => (
            <Tooltip key={one.action} title={one.key ? <Key>{one.key}</Key> : undefined}>
              <Button className="not-narrow" onClick={() => onAction(one.action)}>
                {t(one.label)}
              </Button>
            </Tooltip>
          ))}
          {may.takeOver && (
            <Tooltip title={<Key>A</Key>}>
              <Button onClick={() => onAction('takeOver')}>{t(deskText.actions.takeOver)}</Button>
            </Tooltip>
          )}
          {may.accept && (
            <Tooltip title={<Key>A</Key>}>
              <Button type={offeredElse ? 'default' : 'primary'} onClick={() => onAction('accept')}>
                {t(deskText.actions.accept)}
              </Button>
            </Tooltip>
          )}
          {may.resolve && (
            <Tooltip title={<Key>{keyLabel('⌘↵')}</Key>}>
              <Button type={may.reply ? 'primary' : 'default'} onClick={() => onAction('resolve')}>
                {t(deskText.actions.resolve)}
              </Button>
            </Tooltip>
          )}
          <More quiet={quiet} from={0} className="only-narrow" onAction={onAction} />
          <More quiet={quiet} from={besides} className="not-narrow" onAction={onAction} />
          <Button
            type="text"
            className="opens-context"
            icon={<ProfileOutlined />}
            aria-label={t(deskText.actions.showContext)}
            onClick={onContext}
          />
        </div>
      </div>
      <Standing summary={summary} onAction={onAction} />
    </header>
  );
}

function More({
  quiet,
  from,
  className,
  onAction,
}: {
  readonly quiet: readonly Quiet[];
  readonly from: number;
  readonly className: string;
  readonly onAction: (action: PaneAction) => void;
}) {
  const { t } = useLanguage();
  const rest = quiet.slice(from);
  if (rest.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: rest.map(({ action, label, key }) => ({ key: action, label: t(label), extra: key })),
        onClick: ({ key }) => onAction(key as PaneAction),
      }}
    >
      <Button
        type="text"
        className={className}
        icon={<MoreOutlined />}
        aria-label={t(deskText.actions.more)}
      />
    </Dropdown>
  );
}
