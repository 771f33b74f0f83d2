import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { RejectedRowView } from '../../../../core/protocol/imports.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { importsText } from '../../../../core/text/console-import.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { hrefOf } from '../../frame/route.ts';
import { Failed, Waiting } from '../../frame/states.tsx';
import { When } from '../../frame/when.tsx';
import { readRejected, takeRows } from './calls.ts';

/** Rows that were not taken, each with its reason and what stood there. */
export function RejectedRows({ id, isSite }: { readonly id: string; readonly isSite: boolean }) {
  const { t, language } = useLanguage();
  const rows = useInfiniteQuery({
    queryKey: ['imports', id, 'rejected', language],
    queryFn: ({ pageParam, signal }) => readRejected(id, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const take = useMutation({
    mutationFn: (ordinals: readonly number[] | undefined) => takeRows(id, ordinals),
    onSuccess: ({ taken, edited }) => {
      if (taken > 0) message.success(fill(t(importsText.taken), { count: taken }));
      if (edited > 0) message.warning(fill(t(importsText.editedAgain), { count: edited }));
      void queries.invalidateQueries({ queryKey: ['imports', id, 'rejected'] });
      void queries.invalidateQueries({ queryKey: ['articles'] });
    },
    onError: (error) => message.error(errorSentence(error).message),
  });
  const takeAll = () =>
    modal.confirm({
      title: t(importsText.takeAllTitle),
      content: t(importsText.takeAllBody),
      okText: t(importsText.takeAll),
      cancelText: t(consoleText.cancel),
      onOk: () => take.mutateAsync(undefined).catch(() => undefined),
    });
  if (rows.isPending) return <Waiting rows={3} />;
  if (rows.isError) return <Failed error={rows.error} onRetry={() => rows.refetch()} />;
  const kept = rows.data.pages.flatMap(({ rejected }) =>
    rejected.filter((row) => row.kept && row.kept.takenBy === null),
  );
  return (
    <section className="import-detail" aria-label={t(importsText.showRejected)} tabIndex={-1}>
      <table className="rejected">
        <thead>
          <tr>
            {!isSite && <th className="number">{t(importsText.row)}</th>}
            <th>{t(importsText.reason)}</th>
            <th>{t(isSite ? importsText.address : importsText.content)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.data.pages.flatMap(({ rejected }) =>
            rejected.map((row) => (
              <tr key={row.ordinal}>
                {!isSite && (
                  <td className="number figure">{row.sheet ? `${row.sheet} ${row.row}` : row.row}</td>
                )}
                <td>
                  {row.reason}
                  {row.kept && (
                    <KeptRow
                      kept={row.kept}
                      isBusy={take.isPending}
                      onTake={() => take.mutate([row.ordinal])}
                    />
                  )}
                </td>
                <td className="import-content">
                  {row.kept ? (
                    <>
                      <b>{row.content.title}</b>
                      <p>{row.content.body?.slice(0, 240)}</p>
                    </>
                  ) : (
                    Object.entries(row.content)
                      .map(([name, text]) => (isSite ? text : `${name}：${text.slice(0, 120)}`))
                      .join(' · ')
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      <div className="import-actions">
        {rows.hasNextPage && (
          <Button size="small" onClick={() => rows.fetchNextPage()}>
            {t(importsText.more)}
          </Button>
        )}
        {kept.length > 1 && (
          <Button size="small" disabled={take.isPending} onClick={takeAll}>
            {t(importsText.takeAll)}
          </Button>
        )}
        {!isSite && <a href={`/api/imports/${id}/rejected.csv`}>{t(importsText.download)}</a>}
      </div>
    </section>
  );
}

/** Somebody's edit stands: when it was made, where it can be read, and one step to the imported text. */
function KeptRow({
  kept,
  isBusy,
  onTake,
}: {
  readonly kept: NonNullable<RejectedRowView['kept']>;
  readonly isBusy: boolean;
  readonly onTake: () => void;
}) {
  const { t } = useLanguage();
  return (
    <span className="import-kept">
      <span className="soft">
        <When at={kept.editedAt} />
      </span>
      <a href={hrefOf(['knowledge', kept.articleId])}>{t(importsText.openArticle)}</a>
      {kept.takenBy === null ? (
        <Button size="small" disabled={isBusy} onClick={onTake}>
          {t(importsText.take)}
        </Button>
      ) : (
        <span className="soft">{fill(t(importsText.takenBy), { name: kept.takenBy })}</span>
      )}
    </span>
  );
}
