import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { importsText } from '../../../../core/text/console-import.ts';
import { useLanguage } from '../../../ui/language.ts';
import { hrefOf } from '../../frame/route.ts';
import { Failed, Waiting } from '../../frame/states.tsx';
import { readChanges } from './calls.ts';

const words = { new: importsText.new, changed: importsText.changed, vanished: importsText.gone } as const;
const colours = { new: 'success', changed: 'processing', vanished: 'warning' } as const;

/** What a reading of a site found different from the one before. */
export function SiteChanges({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const changes = useQuery({
    queryKey: ['imports', id, 'changes'],
    queryFn: ({ signal }) => readChanges(id, signal),
  });
  if (changes.isPending) return <Waiting rows={3} />;
  if (changes.isError) return <Failed error={changes.error} onRetry={() => changes.refetch()} />;
  if (changes.data.changes.length === 0) return <p className="soft">{t(importsText.noChanges)}</p>;
  return (
    <ul className="import-changes">
      {changes.data.changes.map(({ address, change, title, articleId }) => (
        <li key={address}>
          <Tag color={colours[change]}>{t(words[change])}</Tag>
          {articleId ? <a href={hrefOf(['knowledge', articleId])}>{title}</a> : title}
          <span className="soft import-address">{address}</span>
        </li>
      ))}
    </ul>
  );
}
