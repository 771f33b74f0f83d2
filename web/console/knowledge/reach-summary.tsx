import { ClockCircleOutlined, LockOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { reachText } from '../../../core/text/console-reach.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import type { ArticleFields } from '../calls.ts';
import { momentOf } from './moment.ts';

/** For whom and until when, in one line under the text; it opens the panel where that is changed. */
export function ReachSummary({
  fields,
  onChange,
}: {
  readonly fields: ArticleFields;
  readonly onChange: () => void;
}) {
  const { language, t } = useLanguage();
  const { audience, inboxIds, products, effectiveFrom, expiresAt } = fields;
  const date = (at: number) => momentOf(at, language);
  const time =
    effectiveFrom !== null && expiresAt !== null
      ? fill(t(reachText.window), { from: date(effectiveFrom), until: date(expiresAt) })
      : effectiveFrom !== null
        ? fill(t(reachText.from), { date: date(effectiveFrom) })
        : expiresAt !== null
          ? fill(t(reachText.until), { date: date(expiresAt) })
          : t(reachText.always);
  return (
    <p className="reach-summary">
      <span>
        {audience === 'staff' ? <LockOutlined aria-hidden="true" /> : <TeamOutlined aria-hidden="true" />}
        {t(reachText[audience])}
      </span>
      <span>
        {inboxIds.length > 0
          ? fill(t(reachText.moreInboxes), { count: inboxIds.length })
          : t(reachText.allInboxes)}
      </span>
      {products.length > 0 && <span>{products.join(language === 'zh' ? '、' : ', ')}</span>}
      <span className="figure">
        <ClockCircleOutlined aria-hidden="true" />
        {time}
      </span>
      <Button type="link" size="small" onClick={onChange}>
        {t(reachText.changeReach)}
      </Button>
    </p>
  );
}
