import { DeleteOutlined, ExperimentOutlined, UndoOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import type { TrainingExample } from '../../../../core/protocol/understanding.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { sourceWord } from '../../../../core/text/understanding.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Empty, Failed, Waiting } from '../../frame/states.tsx';
import { When } from '../../frame/when.tsx';
import { type ExampleFilter, listExamples } from '../calls.ts';
import { rulingWords } from './export-examples.tsx';
import { labelWord } from './label-word.ts';
import { useExampleActions } from './use-example-actions.tsx';

/** The examples of a filter, newest first. */
export function ExampleList({ filter }: { readonly filter: ExampleFilter }) {
  const { t } = useLanguage();
  const pages = useInfiniteQuery({
    queryKey: ['understanding', 'examples', filter],
    queryFn: ({ pageParam, signal }) => listExamples(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (pages.isError) return <Failed error={pages.error} onRetry={() => pages.refetch()} />;
  if (!pages.data) return <Waiting rows={8} />;
  const examples = pages.data.pages.flatMap((page) => page.examples);
  const counts = filter.removed ? [] : (pages.data.pages[0]?.counts ?? []);
  const sought = filter.label !== undefined || filter.source !== undefined || filter.query !== undefined;
  if (examples.length === 0)
    return (
      <Empty
        title={t(
          filter.removed ? examplesText.noneRemoved : sought ? examplesText.none : examplesText.noneYet,
        )}
      >
        {!filter.removed && t(sought ? examplesText.noneHint : examplesText.noneYetHint)}
      </Empty>
    );
  return (
    <>
      {counts.length > 0 && (
        <p className="example-counts">
          {counts.map(({ label, examples: count }) => (
            <span key={label}>
              {labelWord(label, filter.model, t)} <b className="figure">{count}</b>
            </span>
          ))}
        </p>
      )}
      <ul className="example-list" aria-busy={pages.isFetching}>
        {examples.map((example) => (
          <ExampleLine key={example.id} example={example} isRemoved={filter.removed === true} />
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

function ExampleLine({
  example,
  isRemoved,
}: {
  readonly example: TrainingExample;
  readonly isRemoved: boolean;
}) {
  const { t } = useLanguage();
  const { remove, restore } = useExampleActions();
  const verb = t(isRemoved ? examplesText.restore : examplesText.remove);
  return (
    <li className="example">
      <span className="example-text">{example.text}</span>
      <span className="example-label">{example.title ?? labelWord(example.label, example.model, t)}</span>
      <span className="example-from">
        {example.ruling && !isRemoved && (
          <span className={example.ruling.holds ? 'ruling' : undefined}>
            {rulingWords(example.ruling, t)}
          </span>
        )}
        {example.isFrozen && (
          <Tooltip title={t(examplesText.frozenHint)}>
            <button type="button" className="frozen" aria-label={t(examplesText.frozenHint)}>
              <ExperimentOutlined aria-hidden="true" /> {t(examplesText.frozen)}
            </button>
          </Tooltip>
        )}
        {example.conversationId ? (
          <a
            href={`/desk/#/c/${encodeURIComponent(example.conversationId)}`}
            title={t(examplesText.openConversation)}
          >
            {t(sourceWord[example.source])}
          </a>
        ) : (
          t(sourceWord[example.source])
        )}
        {example.author && example.source !== 'knowledge' && <span>{example.author}</span>}
        {example.at > 0 && <When at={example.at} />}
      </span>
      <Tooltip title={verb}>
        <Button
          type="text"
          size="small"
          aria-label={`${verb} · ${example.text.slice(0, 40)}`}
          icon={isRemoved ? <UndoOutlined aria-hidden="true" /> : <DeleteOutlined aria-hidden="true" />}
          onClick={() => void (isRemoved ? restore([example.id]) : remove([example.id]))}
        />
      </Tooltip>
    </li>
  );
}
