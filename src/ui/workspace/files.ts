import { decodeText, NotTextError, TEXT_FILE_LIMIT } from '../../intake/text-file';
import { listed, t } from '../i18n';

const MEGABYTE = 1_000_000;

/** What became of chosen or dropped files: their text, or what to do instead. */
export type FileOutcome = { readonly text: string; readonly names: string } | { readonly error: string };

/** Reads text files in the order they were given, parted by blank lines; one that cannot be read stops it all. */
export async function readFiles(files: readonly File[]): Promise<FileOutcome> {
  const texts: string[] = [];
  for (const file of files) {
    const { name, size } = file;
    if (size > TEXT_FILE_LIMIT) {
      return { error: t('errorFileSize', name, (size / MEGABYTE).toFixed(1), TEXT_FILE_LIMIT / MEGABYTE) };
    }
    try {
      const text = decodeText(new Uint8Array(await file.arrayBuffer())).trim();
      if (!text) return { error: t('errorFileEmpty', name) };
      texts.push(text);
    } catch (error) {
      return { error: t(error instanceof NotTextError ? 'errorFileType' : 'errorFileRead', name) };
    }
  }
  return { text: texts.join('\n\n'), names: listed(files.map(({ name }) => name)) };
}
