import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Progress, Switch, Upload } from 'antd';
import { useState } from 'react';
import { knowledgeText } from '../../../core/text/console-knowledge.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { type ImportReport, importArticles } from '../calls.ts';

const sample = `\uFEFFtitle,body,topic,language,similar\r
退款多久到账？,"我们收到退货后 **3 个工作日**内退款，原路返回。",退换货,zh,什么时候退款|退的钱去哪了\r
How long does a refund take?,"We refund within **3 working days** of receiving the return.",Returns,en,when do I get my money back\r
`;

/** Imports a file of articles and tells, row by row, what could not be taken. */
export function ImportDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [publish, setPublish] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<{ message: string; code: string } | null>(null);

  async function send(file: File) {
    setFailure(null);
    setSending({ name: file.name, share: 0 });
    try {
      setReport(await importArticles(file, publish, (share) => setSending({ name: file.name, share })));
      queries.invalidateQueries({ queryKey: ['articles'] });
    } catch (error) {
      setFailure(errorSentence(error));
    } finally {
      setSending(null);
    }
  }

  return (
    <Drawer open onClose={onClose} title={t(knowledgeText.importTitle)} size="min(560px, 100vw)">
      {report ? (
        <Report report={report} onAgain={() => setReport(null)} />
      ) : (
        <>
          <p className="soft">{t(knowledgeText.importLead)}</p>
          {failure && (
            <Alert
              type="error"
              showIcon
              role="alert"
              className="below"
              title={failure.message}
              description={failure.code}
            />
          )}
          <div className="switch-line">
            <Switch id="import-publish" checked={publish} onChange={setPublish} disabled={sending !== null} />
            <label htmlFor="import-publish">
              {t(knowledgeText.importPublish)}
              <span className="soft">
                {t(publish ? knowledgeText.importPublishOn : knowledgeText.importPublishOff)}
              </span>
            </label>
          </div>
          <div>
            <Upload.Dragger
              accept=".csv,.md,.json"
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
              <p>{t(knowledgeText.importDrop)}</p>
              <p className="soft">{t(knowledgeText.importFormats)}</p>
            </Upload.Dragger>
          </div>
          {sending && (
            <div role="status" className="sending">
              {fill(t(knowledgeText.importing), { name: sending.name })}
              <Progress percent={Math.round(sending.share * 100)} size="small" aria-label={sending.name} />
            </div>
          )}
          <p className="soft import-help">
            {t(knowledgeText.importColumns)}{' '}
            <a
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`}
              download="tandem-articles.csv"
            >
              {t(knowledgeText.importSample)}
            </a>
          </p>
        </>
      )}
    </Drawer>
  );
}

function Report({ report, onAgain }: { readonly report: ImportReport; readonly onAgain: () => void }) {
  const { t } = useLanguage();
  const { created, updated, rejected } = report;
  return (
    <div data-testid="import-report">
      <Alert
        type={rejected.length > 0 ? 'warning' : 'success'}
        showIcon
        title={fill(t(knowledgeText.importDone), { created, updated })}
        description={
          rejected.length > 0
            ? fill(t(knowledgeText.importRejected), { count: rejected.length })
            : t(knowledgeText.importAllGood)
        }
      />
      {rejected.length > 0 && (
        <table className="rejected">
          <thead>
            <tr>
              <th className="number">{t(knowledgeText.importRow)}</th>
              <th>{t(knowledgeText.importReason)}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.map(({ row, reason }) => (
              <tr key={`${row} ${reason}`}>
                <td className="number figure">{row}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button onClick={onAgain}>{t(knowledgeText.importAgain)}</Button>
    </div>
  );
}
