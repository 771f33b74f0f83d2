import { DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { routingText } from '../../../../core/text/console-routing.ts';
import { useLanguage } from '../../../ui/language.ts';

/** The small buttons at the end of a line: up, down, away. `name` tells them apart for those who hear the page. */
export function Moves({
  name,
  index,
  count,
  onMove,
  onRemove,
}: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove?: (to: number) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useLanguage();
  return (
    <span className="moves">
      {onMove && (
        <>
          <Button
            type="text"
            size="small"
            disabled={index === 0}
            icon={<UpOutlined aria-hidden="true" />}
            title={t(routingText.moveUp)}
            aria-label={`${t(routingText.moveUp)} · ${name}`}
            onClick={() => onMove(index - 1)}
          />
          <Button
            type="text"
            size="small"
            disabled={index === count - 1}
            icon={<DownOutlined aria-hidden="true" />}
            title={t(routingText.moveDown)}
            aria-label={`${t(routingText.moveDown)} · ${name}`}
            onClick={() => onMove(index + 1)}
          />
        </>
      )}
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden="true" />}
          title={t(routingText.remove)}
          aria-label={`${t(routingText.remove)} · ${name}`}
          onClick={onRemove}
        />
      )}
    </span>
  );
}
