import { judgingText } from '../../../core/text/console-judging.ts';
import { understandingText } from '../../../core/text/console-understanding.ts';
import { useLanguage } from '../../ui/language.ts';
import { useCurrentInView } from '../frame/current-in-view.ts';
import { hrefOf } from '../frame/route.ts';
import '../frame/section-tabs.css';
import { useDisputedCount } from './judging/use-judging.tsx';

const labels = { ...understandingText, judging: judgingText.entry };

const pages = ['explorer', 'examples', 'judging', 'versions'] as const;

export type UnderstandingPageName = (typeof pages)[number];

/** The page that a part of the address names; the first where it names none. */
export function pageOf(name: string | undefined): UnderstandingPageName {
  return pages.find((page) => page === name) ?? 'explorer';
}

/** The pages of the section as links. */
export function UnderstandingTabs({ page }: { readonly page: UnderstandingPageName }) {
  const { t } = useLanguage();
  const waiting = useDisputedCount();
  const row = useCurrentInView(page);
  return (
    <nav ref={row} className="section-tabs" aria-label={t(understandingText.pages)}>
      {pages.map((name) => (
        <a
          key={name}
          href={hrefOf(['understanding', name])}
          aria-current={name === page ? 'page' : undefined}
        >
          {t(labels[name])}
          {name === 'judging' && waiting > 0 && <span className="section-tab-count figure">{waiting}</span>}
        </a>
      ))}
    </nav>
  );
}
