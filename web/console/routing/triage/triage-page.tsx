import { triageText } from '../../../../core/text/console-triage.ts';
import { useLanguage } from '../../../ui/language.ts';
import { HandoffPanel } from './handoff-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SegmentsPanel } from './segments-panel.tsx';
import './triage.css';

/** Who serves what: rules in their order, groups of customers, and when the assistant gives way. */
export function TriagePage({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useLanguage();
  return (
    <>
      <p className="soft section-lead">{t(triageText.lead)}</p>
      <RulesPanel chosen={chosen} />
      <SegmentsPanel chosen={chosen} />
      <HandoffPanel />
    </>
  );
}
