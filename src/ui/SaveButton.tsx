import { download } from './download';
import { t } from './i18n';

/**
 * Saves a text as a file.
 *
 * @param name without extension
 */
export function SaveButton({ text, name }: { text: () => string; name: string }) {
  // The mark lets simple editors on Windows recognise Chinese in UTF-8.
  const save = () => download(new Blob(['\ufeff', text()], { type: 'text/plain;charset=utf-8' }), `${name}.txt`);
  return (
    <button type="button" class="button" onClick={save}>
      {t('saveResult')}
    </button>
  );
}
