import { InboxOutlined } from '@ant-design/icons';
import { Alert, Progress, Upload } from 'antd';
import { useState } from 'react';
import type { ImportView } from '../../../../core/protocol/imports.ts';
import { importsText } from '../../../../core/text/console-import.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { uploadImport } from './calls.ts';

const sample = `\uFEFF问题,相似问,答案,分类\r
退款多久到账？,什么时候退款|退的钱去哪了,"我们收到退货后 **3 个工作日**内退款，原路返回。",退换货\r
How long does a refund take?,when do I get my money back,"We refund within **3 working days** of receiving the return.",Returns\r
`;

/** Takes a file and gives back what its first rows are. */
export function DropFile({ onTaken }: { readonly onTaken: (one: ImportView) => void }) {
  const { t } = useLanguage();
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [failure, setFailure] = useState<{ message: string; code: string } | null>(null);

  async function send(file: File) {
    setFailure(null);
    setSending({ name: file.name, share: 0 });
    try {
      const one = await uploadImport(file, (share) => setSending({ name: file.name, share }));
      if (one.failure) setFailure({ message: one.failure.sentence, code: one.failure.code });
      onTaken(one);
    } catch (error) {
      setFailure(errorSentence(error));
    } finally {
      setSending(null);
    }
  }

  return (
    <>
      {failure && (
        <Alert type="error" showIcon role="alert" title={failure.message} description={failure.code} />
      )}
      <Upload.Dragger
        accept=".csv,.tsv,.md,.markdown,.txt,.html,.htm,.json,.jsonl,.docx,.xlsx,.pdf"
        multiple={false}
        showUploadList={false}
        disabled={sending !== null}
        beforeUpload={(file) => {
          send(file);
          return false;
        }}
      >
        <p className="drop-icon">
          <InboxOutlined aria-hidden="true" />
        </p>
        <p>{t(importsText.drop)}</p>
        <p className="soft">{t(importsText.formats)}</p>
      </Upload.Dragger>
      {sending && (
        <div role="status">
          {sending.share < 1 ? fill(t(importsText.sending), { name: sending.name }) : t(importsText.looking)}
          <Progress percent={Math.round(sending.share * 100)} size="small" aria-label={sending.name} />
        </div>
      )}
      <p className="soft">
        <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`} download="tandem-articles.csv">
          {t(importsText.sample)}
        </a>
      </p>
    </>
  );
}
