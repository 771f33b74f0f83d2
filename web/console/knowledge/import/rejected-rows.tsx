import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { importsText } from '../../../../core/text/console-import.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Failed, Waiting } from '../../frame/states.tsx';
import { readRejected } from './calls.ts';

/** Rows that were not taken, each with its reason and what stood there. */
export function RejectedRows({ id, isSite }: { readonly id: string; readonly isSite: boolean }) {
  const { t, language } = useLanguage();
  const rows = useInfiniteQuery({
    queryKey: ['imports', id, 'rejected', language],
    queryFn: ({ pageParam, signal }) => readRejected(id, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  if (rows.isPending) return <Waiting rows={3} />;
  if (rows.isError) return <Failed error={rows.error} onRetry={() => rows.refetch()} />;
  return (
    <section className="import-detail" aria-label={t(importsText.showRejected)} tabIndex={-1}>
      <table className="rejected">
        <thead>
          <tr>
            <th className="number">{t(importsText.row)}</th>
            <th>{t(importsText.reason)}</th>
            <th>{t(importsText.content)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.data.pages.flatMap(({ rejected }) =>
            rejected.map((row) => (
              <tr key={row.ordinal}>
                <td className="number figure">{row.sheet ? `${row.sheet} ${row.row}` : row.row}</td>
                <td>{row.reason}</td>
                <td className="import-content">
                  {Object.entries(row.content)
                    .map(([name, text]) => (isSite ? text : `${name}：${text.slice(0, 120)}`))
                    .join(' · ')}
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
        {!isSite && <a href={`/api/imports/${id}/rejected.csv`}>{t(importsText.download)}</a>}
      </div>
    </section>
  );
}
