import { CheckCircleFilled, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { overviewText } from '../../../core/text/console-overview.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { listArticles, listColleagues } from '../calls.ts';
import { Panel } from '../frame/page.tsx';
import { hrefOf } from '../frame/route.ts';
import { Waiting } from '../frame/states.tsx';
import './first-steps.css';

/**
 * What a fresh installation still needs before the first customer is served, each step with the way to it.
 * `otherwise` is shown where nothing is missing any more.
 */
export function FirstSteps({ otherwise }: { readonly otherwise: ReactNode }) {
  const { t } = useLanguage();
  const articles = useQuery({
    queryKey: ['articles', 'first'],
    queryFn: ({ signal }) => listArticles({ status: 'published' }, signal),
  });
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => listColleagues(signal),
  });
  if (articles.isError || colleagues.isError) return otherwise;
  if (!articles.data || !colleagues.data)
    return (
      <Panel>
        <Waiting rows={4} />
      </Panel>
    );
  const known = articles.data.total;
  const people = colleagues.data.colleagues.filter(({ disabled }) => !disabled).length;
  if (known > 0 && people > 1) return otherwise;
  return (
    <Panel title={t(overviewText.stepsTitle)} hint={t(overviewText.stepsHint)}>
      <ol className="first-steps">
        <Step
          path={['knowledge', 'imports']}
          name={t(overviewText.stepKnowledge)}
          help={
            known > 0
              ? fill(t(overviewText.knownArticles), { count: known })
              : t(overviewText.stepKnowledgeHelp)
          }
          isDone={known > 0}
        />
        <Step path={['inboxes']} name={t(overviewText.stepInbox)} help={t(overviewText.stepInboxHelp)} />
        <Step
          path={['team']}
          name={t(overviewText.stepTeam)}
          help={people > 1 ? fill(t(overviewText.people), { count: people }) : t(overviewText.stepTeamHelp)}
          isDone={people > 1}
        />
      </ol>
    </Panel>
  );
}

function Step({
  path,
  name,
  help,
  isDone = false,
}: {
  readonly path: readonly string[];
  readonly name: string;
  readonly help: string;
  readonly isDone?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <li className={isDone ? 'first-step first-step-done' : 'first-step'}>
      <a href={hrefOf(path)}>
        <span className="first-step-mark" aria-hidden="true">
          {isDone && <CheckCircleFilled />}
        </span>
        <span className="first-step-words">
          <b>
            {name}
            {isDone && <span className="for-readers-only">{t(overviewText.stepDone)}</span>}
          </b>
          <span className="soft figure">{help}</span>
        </span>
        <RightOutlined className="first-step-go" aria-hidden="true" />
      </a>
    </li>
  );
}
