import { download } from '../download';
import { t } from '../i18n';
import { badText, errorText, incompleteText, isWrongDirection, sheetsText, skipText } from '../import/problems';
import { files, type Refused, refused, type TakenFile } from './state';

/** Bad rows that are shown; the file has all that were named. */
const SHOWN = 20;

function BadRows({ file: { name, bad, report } }: { file: TakenFile }) {
  const lines = bad.map(badText);
  const unnamed = report.bad - bad.length;
  const save = () => {
    const text = [name, ...lines, ...(unnamed > 0 ? [t('inboxBadMore', unnamed)] : [])].join('\n');
    // The mark lets simple editors on Windows recognise Chinese in UTF-8.
    download(
      new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }),
      `${t('inboxBadFile')}-${name}.txt`,
      document,
    );
  };
  return (
    <details>
      <summary>{t('inboxBad', report.bad)}</summary>
      <ul class="plain small">
        {lines.slice(0, SHOWN).map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      {report.bad > SHOWN && <p class="small">{t('inboxBadMore', report.bad - SHOWN)}</p>}
      <button type="button" class="button" onClick={save}>
        {t('inboxBadSave')}
      </button>
    </details>
  );
}

function File({ file }: { file: TakenFile }) {
  const { name, added, report } = file;
  const { skipped, damaged, incomplete } = report;
  const codes = (['no-text', 'not-sent', 'duplicate'] as const).filter((code) => skipped[code] > 0);
  return (
    <li class="panel">
      <p>
        <strong>{name}</strong> {t('inboxTaken', added)} {report.rows > added && t('inboxKnown', report.rows - added)}
      </p>
      {incomplete && <p class="error">{incompleteText(incomplete)}</p>}
      {isWrongDirection(report, file.bad) && <p class="error">{t('inboxWrongDirection')}</p>}
      {report.sheets && <p class="small">{sheetsText(report.sheets)}</p>}
      {damaged > 0 && <p class="small">{t('inboxDamaged', damaged)}</p>}
      {codes.map((code) => (
        <p key={code} class="small">
          {skipText(code, skipped[code])}
        </p>
      ))}
      {report.bad > 0 && <BadRows file={file} />}
    </li>
  );
}

const refusal = ({ file, error }: Refused): string => {
  if (error === 'stopped') return t('inboxStopped', file);
  return `${file} ${'code' in error ? errorText(error) : t('inboxUnexpected', error.name)}`;
};

/** What became of each file. */
export function TakenFiles() {
  return (
    <>
      <div role="status">
        <ul class="plain">
          {files.value.map((file, at) => (
            <File key={at} file={file} />
          ))}
        </ul>
      </div>
      <div role="alert">
        {refused.value.map((each, at) => (
          <p key={at} class="error">
            {refusal(each)}
          </p>
        ))}
      </div>
    </>
  );
}
