import type { Colleague } from '../../../../core/protocol/views.ts';
import { ProposalListPage } from './proposal-list-page.tsx';
import { ProposalPage } from './proposal-page.tsx';
import './review.css';

/** What conversations propose: the list, and one proposal after the other beside where it comes from. */
export default function ReviewPage({
  me,
  path,
}: {
  readonly me: Colleague;
  readonly path: readonly string[];
}) {
  const [id] = path;
  return id === undefined ? <ProposalListPage me={me} /> : <ProposalPage key={id} id={id} me={me} />;
}
