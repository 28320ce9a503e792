/** The question about a file, before it is read. */
import type { Preview } from '../../intake/import/preview';
import { type Format, ImportError, type ReadOptions } from '../../intake/import/types';
import type { InboxClient } from '../../intake/inbox/client';
import { type Question, question } from './state';

/** Backups say themselves what they are; of everything else the user sees first what it is taken for. */
export function ask(mine: InboxClient, file: File, preview: Preview): Promise<ReadOptions | undefined> {
  if (preview.format === 'sms-xml' || preview.format === 'jsonl') return Promise.resolve({});
  return new Promise((resolve, reject) => {
    let wanted: Format | undefined;
    const show = (seen: Preview) => {
      question.value = { file: file.name, preview: seen, answer, takeFor };
    };
    const answer = (options?: ReadOptions) => {
      question.value = undefined;
      resolve(options);
    };
    const takeFor = async (format: Format) => {
      wanted = format;
      // Another choice, or the answer, may come first.
      const isCurrent = () => wanted === format && question.value?.takeFor === takeFor;
      try {
        const other = await mine.call('preview', file, format);
        if (isCurrent()) show(other);
      } catch (error) {
        if (!isCurrent()) return;
        if (error instanceof ImportError) question.value = { ...(question.value as Question), problem: error };
        else {
          question.value = undefined;
          reject(error);
        }
      }
    };
    show(preview);
  });
}
