import { type ComponentType, lazy } from 'react';
import type { Colleague } from '../../../core/protocol/views.ts';
import type { Role } from '../../../core/terms/actor.ts';
import type { Bilingual } from '../../../core/terms/language.ts';
import { dictionaryText } from '../../../core/text/console-dictionary.ts';
import { importsText } from '../../../core/text/console-import.ts';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { reviewText } from '../../../core/text/console-review.ts';
import { useLanguage } from '../../ui/language.ts';
import { may } from '../frame/role.ts';
import { hrefOf } from '../frame/route.ts';
import '../frame/section-tabs.css';
import { useWaiting } from './use-waiting.ts';

/** A page of the knowledge section. It draws `<KnowledgeTabs>` under its own heading. */
interface KnowledgePage {
  /** The second part of its address: `#/knowledge/NAME`; the first page has none. No article may bear this id. */
  readonly name: string;
  readonly label: Bilingual;
  readonly needs: Role;
  /** `path` is what follows its name in the address. */
  readonly Page: ComponentType<{ readonly me: Colleague; readonly path: readonly string[] }>;
}

/** The pages in their order, one line each: the tab, the address and the page are all there is to say. */
const pages: readonly KnowledgePage[] = [
  {
    name: '',
    label: knowledgeText.articles,
    needs: 'agent',
    Page: lazy(() => import('./knowledge-page.tsx')),
  },
  {
    name: 'review',
    label: reviewText.entry,
    needs: 'agent',
    Page: lazy(() => import('./review/review-page.tsx')),
  },
  {
    name: 'imports',
    label: importsText.entry,
    needs: 'supervisor',
    Page: lazy(() => import('./import/imports-page.tsx')),
  },
  {
    name: 'dictionary',
    label: dictionaryText.entry,
    needs: 'agent',
    Page: lazy(() => import('./dictionary/dictionary-page.tsx')),
  },
];

/** The page that the part of the address after `#/knowledge` names; undefined where it is an article's id. */
export function knowledgePageOf(name = ''): KnowledgePage | undefined {
  return pages.find((page) => page.name === name);
}

/** The section's pages as links: those that the reader may open, and nothing at all while there is only one. */
export function KnowledgeTabs({ page, me }: { readonly page: string; readonly me: Colleague }) {
  const { t } = useLanguage();
  const waiting = useWaiting(may(me.role, 'supervisor'));
  const counts: Readonly<Record<string, number>> = { '': waiting.articles, review: waiting.proposals };
  const open = pages.filter(({ needs }) => may(me.role, needs));
  if (open.length < 2) return null;
  return (
    <nav className="section-tabs" aria-label={t(knowledgeText.pages)}>
      {open.map(({ name, label }) => (
        <a
          key={name}
          href={hrefOf(name ? ['knowledge', name] : ['knowledge'])}
          aria-current={name === page ? 'page' : undefined}
        >
          {t(label)}
          {Boolean(counts[name]) && <span className="section-tab-count figure">{counts[name]}</span>}
        </a>
      ))}
    </nav>
  );
}
