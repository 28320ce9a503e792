import { useRef } from 'preact/hooks';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { useDrop } from '../workspace/useDrop';
import { take } from './inbox';

/** Pages of the guide that say how messages leave a phone. */
const PAGES = ['android-backup', 'phone-exports', 'iphone', 'chat-to-self', 'screenshots-in'] as const;

/** Takes files, dropped or chosen. */
export function TakeFiles() {
  const picker = useRef<HTMLInputElement>(null);
  const over = useDrop(take);
  return (
    <div class={over.value ? 'drop over' : 'drop'}>
      <p class="actions">
        {t(over.value ? 'dropNow' : 'inboxDrop')}
        <button type="button" class="button primary" onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </button>
        <input
          ref={picker}
          id="inbox-file"
          type="file"
          multiple
          hidden
          aria-label={t('chooseFile')}
          onChange={({ currentTarget: input }) => {
            void take([...(input.files ?? [])]);
            // So that the same file can be chosen again.
            input.value = '';
          }}
        />
      </p>
    </div>
  );
}

/** What an import does and does not do, and how to get such a file. */
export function About() {
  return (
    <>
      <p>{t('inboxAbout')}</p>
      <ul>
        <li>{t('inboxPromiseLocal')}</li>
        <li>{t('inboxPromiseKeep')}</li>
        <li>{t('inboxPromisePrivate')}</li>
      </ul>
      <p>{t('inboxHowTo')}</p>
      <ul>
        {PAGES.map((page) => (
          <li key={page}>
            <a href={linkTo('guide', page)}>{t(`inboxGuide_${page}`)}</a>
          </li>
        ))}
      </ul>
      <p class="small">{t('inboxFormats')}</p>
    </>
  );
}
