import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { overviewText } from '../../../core/text/console-overview.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { comparison, type Figure, meaning, shown } from './figures.ts';

const arrows = {
  up: <ArrowUpOutlined />,
  down: <ArrowDownOutlined />,
  same: <MinusOutlined />,
  none: null,
} as const;

/** One figure with what it was before; its definition is one click away. */
export function FigureCard({
  figure,
  days,
  seat,
  below,
}: {
  readonly figure: Figure;
  /** Length of the period, for the comparison. */
  readonly days: number;
  /** Whose work the figure measures, told by a mark at its name. */
  readonly seat?: 'assistant' | 'human';
  readonly below?: ReactNode;
}) {
  const { language, t } = useLanguage();
  const { name, definition } = meaning[figure.name];
  const compared = comparison(figure, days, language);
  const words = t(name);
  // The mark of the definition stays with the last word.
  const lastWord = words.lastIndexOf(' ') + 1;
  const rated = figure.name === 'csat';
  return (
    <div className="figure-card" data-figure={figure.name}>
      <div className="figure-name">
        {seat && <span className={`seat-mark seat-${seat}`} aria-hidden="true" />}
        {words.slice(0, lastWord)}
        <span className="definition-place">
          {words.slice(lastWord)}
          <Popover
            trigger="click"
            placement="bottom"
            content={
              <div className="definition">
                <p>{t(definition)}</p>
                <p className="soft figure">
                  {fill(t(rated ? overviewText.basedOnRatings : overviewText.basedOn), { count: figure.of })}
                  {figure.previous !== null && (
                    <>
                      <br />
                      {fill(t(overviewText.previously), {
                        days,
                        value: shown(figure.previous, figure.unit, language),
                      })}
                    </>
                  )}
                </p>
              </div>
            }
          >
            <button
              type="button"
              className="definition-button"
              aria-label={fill(t(overviewText.definitionOf), { name: t(name) })}
            >
              <QuestionCircleOutlined />
            </button>
          </Popover>
        </span>
      </div>
      {figure.value === null ? (
        <div className="figure-none">{t(overviewText.noData)}</div>
      ) : (
        <div className="figure-value figure">{shown(figure.value, figure.unit, language)}</div>
      )}
      {figure.value !== null && (
        <div className="figure-compared figure">
          <span aria-hidden="true">{arrows[compared.direction]}</span> {compared.sentence}
        </div>
      )}
      {below && <div className="figure-below figure">{below}</div>}
    </div>
  );
}
