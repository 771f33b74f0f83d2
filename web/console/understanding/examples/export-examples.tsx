import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Ruling, TrainingExample } from '../../../../core/protocol/understanding.ts';
import type { Bilingual } from '../../../../core/terms/language.ts';
import { examplesText } from '../../../../core/text/console-examples.ts';
import { sourceWord } from '../../../../core/text/understanding.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { csv, saveAs } from '../../frame/csv.ts';
import { type ExampleFilter, listExamples } from '../calls.ts';
import { labelWord } from './label-word.ts';

const pageSize = 500;
/** More rows than these no spreadsheet opens gladly; the filter makes fewer of them. */
const mostPages = 100;

/** Saves every example of the filter as a table. */
export function ExportExamples({ filter }: { readonly filter: ExampleFilter }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    try {
      const rows: TrainingExample[] = [];
      let after: string | null = null;
      for (let page = 0; page < mostPages && (page === 0 || after !== null); page++) {
        const found = await listExamples(filter, after, undefined, pageSize);
        rows.push(...found.examples);
        after = found.next;
      }
      const day = new Date().toISOString().slice(0, 10);
      saveAs(`${t(examplesText.exportFile)}-${filter.model}-${day}.csv`, table(rows, t));
    } catch (error) {
      void message.error({ content: errorSentence(error).message, key: 'examples' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button icon={<DownloadOutlined aria-hidden="true" />} loading={isBusy} onClick={() => void save()}>
      {t(examplesText.exportList)}
    </Button>
  );
}

type Words = (entry: Bilingual) => string;

function table(rows: readonly TrainingExample[], t: Words): string {
  const { columnText, columnLabel, columnRuling, source, columnAuthor, columnAt } = examplesText;
  return csv([
    [columnText, columnLabel, columnRuling, source, columnAuthor, columnAt].map(t),
    ...rows.map(({ text, label, title, model, ruling, source: from, author, at }) => [
      text,
      title ?? labelWord(label, model, t),
      ruling ? rulingWords(ruling, t) : null,
      t(sourceWord[from]),
      author,
      at > 0 ? new Date(at).toISOString() : null,
    ]),
  ]);
}

/** What the built-in rules make of the words, and what came of it. */
export function rulingWords({ builtIn, holds }: Ruling, t: Words): string {
  if (builtIn === 'agrees') return t(examplesText.rulingAgrees);
  const mistake = t(builtIn === 'misses' ? examplesText.rulingMissed : examplesText.rulingFalse);
  return `${mistake} · ${t(holds ? examplesText.rulingHolds : examplesText.rulingNoted)}`;
}
