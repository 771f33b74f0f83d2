import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { deskText } from '../../core/text/desk.ts';
import { useLanguage } from '../ui/language.ts';
import { useStored } from './stored.ts';

/** CSS pixels. */
const limits = {
  list: { initial: 332, least: 260, most: 460 },
  context: { initial: 340, least: 280, most: 520 },
};
const step = 16;

/** Three columns whose outer widths are dragged, or moved with the arrow keys, and remembered in this browser. */
export function Columns({
  pane,
  list,
  conversation,
  context,
}: {
  /** What a narrow screen shows. */
  readonly pane: 'list' | 'conversation' | 'context';
  readonly list: ReactNode;
  readonly conversation: ReactNode;
  readonly context: ReactNode;
}) {
  const [listWidth, setListWidth] = useWidth('list');
  const [contextWidth, setContextWidth] = useWidth('context');
  const style = { '--list': `${listWidth}px`, '--context': `${contextWidth}px` } as CSSProperties;
  return (
    <div className="columns" data-pane={pane} style={style}>
      {list}
      <Handle width={listWidth} side={1} of="list" onWidth={setListWidth} />
      {conversation}
      <Handle width={contextWidth} side={-1} of="context" onWidth={setContextWidth} />
      {context}
    </div>
  );
}

function useWidth(column: keyof typeof limits): readonly [number, (width: number) => void] {
  const { initial, least, most } = limits[column];
  const [stored, store] = useStored(`tandem.desk.width.${column}`, String(initial));
  const width = Math.min(most, Math.max(least, Number(stored) || initial));
  return [width, (next) => store(String(Math.round(Math.min(most, Math.max(least, next)))))];
}

function Handle({
  width,
  side,
  of,
  onWidth,
}: {
  readonly width: number;
  /** 1 when the column lies to the left of the handle, -1 when to the right. */
  readonly side: 1 | -1;
  readonly of: keyof typeof limits;
  readonly onWidth: (width: number) => void;
}) {
  const { t } = useLanguage();
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const start = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => onWidth(width + side * (moved.clientX - start));
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
  };
  const keys = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowRight' ? side : event.key === 'ArrowLeft' ? -side : 0;
    if (way === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(width + way * step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>
    <div
      className="handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={`${t(deskText.app.resize)} · ${t(of === 'list' ? deskText.app.list : deskText.app.context)}`}
      aria-valuenow={width}
      aria-valuemin={limits[of].least}
      aria-valuemax={limits[of].most}
      tabIndex={0}
      onPointerDown={drag}
      onDoubleClick={() => onWidth(limits[of].initial)}
      onKeyDown={keys}
    />
  );
}
