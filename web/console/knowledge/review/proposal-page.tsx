import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../../../core/protocol/views.ts';
import { reviewText } from '../../../../core/text/console-review.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Page, Panel } from '../../frame/page.tsx';
import { hrefOf } from '../../frame/route.ts';
import { Failed, Waiting } from '../../frame/states.tsx';
import { readProposal } from './calls.ts';
import { ProposalReview } from './proposal-review.tsx';

/** One proposal: read it, then judge it. */
export function ProposalPage({ id, me }: { readonly id: string; readonly me: Colleague }) {
  const { t } = useLanguage();
  const proposal = useQuery({
    queryKey: ['articles', 'proposal', id],
    queryFn: ({ signal }) => readProposal(id, undefined, signal),
  });
  if (proposal.data) return <ProposalReview view={proposal.data} me={me} />;
  const back = { href: hrefOf(['knowledge', 'review']), label: t(reviewText.back) };
  return (
    <Page title={t(reviewText.title)} back={back}>
      {proposal.isError ? (
        <Failed error={proposal.error} onRetry={() => proposal.refetch()} />
      ) : (
        <Panel>
          <Waiting rows={10} />
        </Panel>
      )}
    </Page>
  );
}
