import { t } from './i18n';

/**
 * Saves a text as a file. The link is never part of a document, so a page around us sees no click and no address.
 *
 * @param name without extension
 */
export function SaveButton({ text, name }: { text: () => string; name: string }) {
  const save = () => {
    // The mark lets simple editors on Windows recognise Chinese in UTF-8.
    const address = URL.createObjectURL(new Blob(['\ufeff', text()], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <button type="button" class="button" onClick={save}>
      {t('saveResult')}
    </button>
  );
}
