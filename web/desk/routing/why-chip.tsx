import { CompassOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { useMemo } from 'react';
import { routingText } from '../../../core/text/desk-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { useDesk } from '../store/use-desk.ts';
import { routedNow } from './routing-of.ts';
import { WhyPanel } from './why-panel.tsx';

/** 「为什么是我」: opens to what the router weighed. Absent where it did not choose. */
export function WhyChip({
  conversationId,
  onOthers,
}: {
  readonly conversationId: string;
  /** For supervisors: every agent's verdict as it would be now. */
  readonly onOthers?: () => void;
}) {
  const { t } = useLanguage();
  const me = useDesk((state) => state.me);
  const events = useDesk((state) => state.timelines.get(conversationId)?.events);
  const routed = useMemo(() => routedNow(events ?? []), [events]);
  if (!routed) {
    return onOthers ? (
      <button type="button" className="why-chip" onClick={onOthers}>
        <CompassOutlined aria-hidden="true" /> {t(routingText.why.liveTitle)}
      </button>
    ) : null;
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      title={t(routingText.why.title)}
      content={<WhyPanel routing={routed.routing} agentName={routed.agentName} onOthers={onOthers} />}
    >
      <button type="button" className="why-chip">
        <CompassOutlined aria-hidden="true" />{' '}
        {routed.agentId === me.id
          ? t(routingText.why.mine)
          : fill(t(routingText.why.theirs), { name: routed.agentName })}
      </button>
    </Popover>
  );
}
