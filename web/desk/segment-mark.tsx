import type { ConversationSummary } from '../../core/protocol/views.ts';
import { useLanguage } from '../ui/language.ts';
import { useDeskPolicy } from './desk-policy.tsx';

/** The segment by its name in the policy; nothing where the contact's tier says the same, or the policy knows it no more. */
export function SegmentMark({ summary }: { readonly summary: ConversationSummary }) {
  const { language } = useLanguage();
  const { segments } = useDeskPolicy();
  const segment = segments.find(({ id }) => id === summary.segment);
  if (!segment) return null;
  const name = segment.name[language] || segment.name.zh || segment.name.en;
  const { tier } = summary.contact;
  const isSaid = tier !== undefined && [segment.id, segment.name.zh, segment.name.en].includes(tier);
  if (name === '' || isSaid) return null;
  return (
    <span className="tier" data-segment={segment.id}>
      {name}
    </span>
  );
}
