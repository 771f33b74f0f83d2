import { Button, Tag } from 'antd';
import type { ProposalNeighbour, ProposalView } from '../../../../core/protocol/drafts.ts';
import { reviewText } from '../../../../core/text/console-review.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { hrefOf } from '../../frame/route.ts';
import { MarkdownView } from '../../markdown-view.tsx';
import { MarkedWords } from './marked-words.tsx';

const isWaiting = ({ status }: ProposalNeighbour): boolean => status === 'draft' || status === 'review';

/** The articles and other proposals on the same matter: what both say, and side by side where they disagree. */
export function Neighbours({
  view,
  onMerge,
}: {
  readonly view: ProposalView;
  /** Undefined where the reader may not decide. */
  readonly onMerge: ((neighbour: ProposalNeighbour) => void) | undefined;
}) {
  const { t } = useLanguage();
  return (
    <Panel title={t(reviewText.neighbours)}>
      {view.neighbours.length === 0 && <p className="soft">{t(reviewText.noNeighbours)}</p>}
      <ul className="neighbours">
        {view.neighbours.map((neighbour) => (
          <li key={neighbour.articleId}>
            <div className="neighbour-head">
              <h3>{neighbour.title}</h3>
              {view.kind === 'addition' && view.articleId === neighbour.articleId ? (
                <Tag className="neighbour-target">{t(reviewText.target)}</Tag>
              ) : (
                <span className="soft figure">
                  {fill(t(reviewText.likeness), { percent: Math.round(neighbour.likeness * 100) })}
                </span>
              )}
              {isWaiting(neighbour) && <Tag>{t(reviewText.alsoWaiting)}</Tag>}
              {neighbour.audience === 'staff' && <Tag>{t(reviewText.staffOnly)}</Tag>}
            </div>
            {neighbour.contradictions.length > 0 && <Contradictions neighbour={neighbour} />}
            {neighbour.same.length > 0 && (
              <p className="soft figure">{fill(t(reviewText.same), { count: neighbour.same.length })}</p>
            )}
            <details>
              <summary>{t(reviewText.articleSays)}</summary>
              <MarkdownView text={neighbour.body} />
            </details>
            <div className="neighbour-actions">
              <Button
                size="small"
                href={hrefOf(
                  isWaiting(neighbour)
                    ? ['knowledge', 'review', neighbour.articleId]
                    : ['knowledge', neighbour.articleId],
                )}
              >
                {t(reviewText.openArticle)}
              </Button>
              {onMerge && (
                <Button size="small" onClick={() => onMerge(neighbour)}>
                  {t(reviewText.merge)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Contradictions({ neighbour }: { readonly neighbour: ProposalNeighbour }) {
  const { t } = useLanguage();
  return (
    <div className="contradictions">
      <b className="contradictions-count">
        {fill(t(reviewText.contradictsCount), { count: neighbour.contradictions.length })}
      </b>
      {neighbour.contradictions.map(({ kind, words, clause, differing }) => (
        <dl key={`${words}/${clause}`} className="contradiction">
          <div>
            <dt>
              {t(reviewText.draftSays)} <span className="soft">· {t(reviewText[kind])}</span>
            </dt>
            <dd>
              <MarkedWords text={words} words={differing.words} />
            </dd>
          </div>
          <div>
            <dt>{t(reviewText.articleSays)}</dt>
            <dd>
              <MarkedWords text={clause} words={differing.clause} />
            </dd>
          </div>
        </dl>
      ))}
    </div>
  );
}
