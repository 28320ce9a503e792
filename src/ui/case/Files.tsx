import { useSignal } from '@preact/signals';
import { FILE_LIMIT, FILE_TYPES } from '../../case/files';
import type { Attachment, Entry } from '../../case/types';
import { download } from '../download';
import { t } from '../i18n';
import { act, failure, store } from './cases';
import { errorText } from './errors';
import { TwiceButton } from './TwiceButton';

/** Screenshots and recordings beside an entry: added, saved again, removed. */
export function Files({ entry }: { entry: Entry }) {
  const { caseId, id, attachments } = entry;
  const isBusy = useSignal(false);
  const save = async (attachment: Attachment) => {
    try {
      download(await (await store()).file(caseId, attachment), attachment.name, document);
    } catch (error) {
      failure.value = errorText(error);
    }
  };
  return (
    <div class="files">
      <ul>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <bdi>{attachment.name}</bdi> <span class="small">{t('fileSize', Math.ceil(attachment.size / 1024))}</span>{' '}
            <button type="button" class="button" onClick={() => save(attachment)}>
              {t('fileSave')}
            </button>{' '}
            <TwiceButton
              label={t('fileRemove')}
              sure={t('fileRemoveSure')}
              onConfirm={() => act((cases) => cases.detach(caseId, id, attachment.id))}
            />
          </li>
        ))}
      </ul>
      <label>
        <span>{t('fileAdd', FILE_LIMIT / 1024 / 1024)}</span>
        <input
          type="file"
          multiple
          accept={FILE_TYPES.join(',')}
          disabled={isBusy.value}
          onChange={async (event) => {
            const input = event.currentTarget;
            isBusy.value = true;
            for (const file of input.files ?? []) {
              if (!(await act((cases) => cases.attach(caseId, id, file)))) break;
            }
            input.value = '';
            isBusy.value = false;
          }}
        />
      </label>
    </div>
  );
}
