import { UploadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { readHolidays } from '../../../../core/sla/read-holidays.ts';
import type { CalendarException } from '../../../../core/terms/calendar.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { calendarsText } from '../../../../core/text/console-calendars.ts';
import { fill } from '../../../../core/text/fill.ts';
import { holidayRejections } from '../../../../core/text/holidays.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';

/** A list of days, pasted or from a file, read before anything changes; every row that is refused says why. */
export function ImportDays({
  onClose,
  onImport,
}: {
  readonly onClose: () => void;
  readonly onImport: (days: readonly CalendarException[]) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const list = text.trim() === '' ? null : readHolidays(text);
  const count = list?.exceptions.length ?? 0;
  return (
    <Dialog
      open
      width={600}
      title={t(calendarsText.import)}
      okText={fill(t(calendarsText.importGo), { count })}
      okButtonProps={{ disabled: count === 0 }}
      cancelText={t(consoleText.cancel)}
      onCancel={onClose}
      onOk={() => list && onImport(list.exceptions)}
    >
      <p className="soft">{t(calendarsText.importLead)}</p>
      <Input.TextArea
        autoFocus
        rows={6}
        aria-label={t(calendarsText.import)}
        placeholder={t(calendarsText.importExample)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv,.txt,.ics,.json"
        onChange={async (event) => setText((await event.target.files?.[0]?.text()) ?? '')}
      />
      <Button
        className="import-file"
        icon={<UploadOutlined aria-hidden="true" />}
        onClick={() => file.current?.click()}
      >
        {t(calendarsText.importFile)}
      </Button>
      <div aria-live="polite">
        {list && count > 0 && <p>{fill(t(calendarsText.importAccepted), { count })}</p>}
        {list && list.rejected.length > 0 && (
          <>
            <p className="problem-note problem-warning">
              {fill(t(calendarsText.importRejected), { count: list.rejected.length })}
            </p>
            <ul className="rejected-lines">
              {list.rejected.slice(0, 50).map((row) => (
                <li key={row.line}>
                  <span className="soft figure">{fill(t(calendarsText.importLine), { line: row.line })}</span>
                  <code>{row.excerpt}</code>
                  <span>{t(holidayRejections[row.reason])}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
