import { routingText } from '../../../core/text/console-routing.ts';
import { fill } from '../../../core/text/fill.ts';
import { useLanguage } from '../../ui/language.ts';
import { hrefOf } from '../frame/route.ts';
import '../frame/section-tabs.css';
import { placeOf } from './draft/problems.ts';
import { usePolicy } from './use-policy-editor.ts';

/** What is edited, what tries it out, and what was before. */
const groups = [
  ['queues', 'triage', 'calendars', 'sla', 'weights'],
  ['try', 'replay', 'simulation'],
  ['versions'],
] as const;

export type RoutingPageName = (typeof groups)[number][number];

/** The page that a part of the address names; the first where it names none. */
export function pageOf(name: string | undefined): RoutingPageName {
  return groups.flat().find((page) => page === name) ?? 'queues';
}

/** The pages of the section as links; a page with problems carries their number. */
export function RoutingTabs({ page }: { readonly page: RoutingPageName }) {
  const { t } = useLanguage();
  const { problems } = usePolicy();
  const wrong = (name: string) =>
    problems.filter((one) => one.severity === 'error' && placeOf(one.path).page === name).length;
  return (
    <nav className="section-tabs" aria-label={t(routingText.pages)}>
      {groups.map((names) => (
        <span key={names[0]} className="section-tab-group">
          {names.map((name) => (
            <a
              key={name}
              href={hrefOf(['routing', name])}
              aria-current={name === page ? 'page' : undefined}
              ref={(link) => {
                // On a phone the row scrolls: the chosen page is brought into sight.
                if (name === page && link?.parentElement?.parentElement)
                  scrollIntoRow(link.parentElement.parentElement, link);
              }}
            >
              {t(routingText[name])}
              {wrong(name) > 0 && (
                <span
                  className="tab-problems figure"
                  title={fill(t(routingText.problems), { count: wrong(name) })}
                >
                  {wrong(name)}
                </span>
              )}
            </a>
          ))}
        </span>
      ))}
    </nav>
  );
}

function scrollIntoRow(row: HTMLElement, link: HTMLElement): void {
  const [start, end] = [
    link.offsetLeft - row.offsetLeft,
    link.offsetLeft - row.offsetLeft + link.offsetWidth,
  ];
  if (start < row.scrollLeft) row.scrollLeft = start - 24;
  else if (end > row.scrollLeft + row.clientWidth) row.scrollLeft = end - row.clientWidth + 24;
}
