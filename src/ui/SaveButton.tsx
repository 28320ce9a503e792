import { download } from './download';
import { t } from './i18n';

/**
 * Saves a text as a file.
 *
 * @param name without extension
 */
export function SaveButton({ text, name }: { text: () => string; name: string }) {
  // The mark lets simple editors on Windows recognise Chinese in UTF-8.
  const file = () => new Blob(['\ufeff', text()], { type: 'text/plain;charset=utf-8' });
  return (
    <button
      type="button"
      class="button"
      onClick={(event) => download(file(), `${name}.txt`, event.currentTarget.ownerDocument)}
    >
      {t('saveResult')}
    </button>
  );
}
