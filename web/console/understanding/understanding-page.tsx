import { consoleText } from '../../../core/text/console.ts';
import { understandingText } from '../../../core/text/console-understanding.ts';
import { useLanguage } from '../../ui/language.ts';
import { Page } from '../frame/page.tsx';
import { ExamplesPage } from './examples/examples-page.tsx';
import { ExplorerPage } from './explorer/explorer-page.tsx';
import { JudgingPage } from './judging/judging-page.tsx';
import { pageOf, UnderstandingTabs } from './understanding-tabs.tsx';
import { VersionsPage } from './versions/versions-page.tsx';

/** What is heard in customers' words: looked at, taught, and put back where a new version does worse. */
export default function UnderstandingPage({ page }: { readonly page: string | undefined }) {
  const { t } = useLanguage();
  const name = pageOf(page);
  return (
    <Page wide title={t(consoleText.understanding)} lead={t(understandingText.lead)}>
      <UnderstandingTabs page={name} />
      {name === 'explorer' && <ExplorerPage />}
      {name === 'examples' && <ExamplesPage />}
      {name === 'judging' && <JudgingPage />}
      {name === 'versions' && <VersionsPage />}
    </Page>
  );
}
