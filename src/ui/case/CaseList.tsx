import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CaseSummary } from '../../case/cases';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { CheckEvidence } from './CheckEvidence';
import { Confirm } from './Confirm';
import { act } from './cases';
import { useFocusAfter } from './focus';
import { NEW_CASE, NewCase } from './NewCase';
import { hasWords, NO_CASE } from './typed';
import { timeInWords } from './words';

function Line({ summary }: { summary: CaseSummary }) {
  const { id, details, title, unreadable } = summary;
  const name = details?.title ?? title ?? t('caseLockedName');
  return (
    <li class="case-line">
      <a href={linkTo('cases', id)}>{name}</a>{' '}
      <span class="small">
        {summary.protected && t(details ? 'caseUnlocked' : 'caseLocked')}
        {unreadable && t('caseError_corrupt')} {details && timeInWords(details.createdAt).slice(0, 10)}
      </span>
    </li>
  );
}

/** Every case, the way to a new one, and the way to be rid of them all. */
export function CaseList({ list }: { list: readonly CaseSummary[] }) {
  const making = useSignal(hasWords(NO_CASE, NEW_CASE));
  const button = useRef<HTMLButtonElement>(null);
  useFocusAfter(making.value, () => button.current);
  return (
    <>
      <h2>{t('view_cases')}</h2>
      <p>{t('casesAbout')}</p>
      {list.length === 0 && <p>{t('casesEmpty')}</p>}
      <ul class="case-list">
        {list.map((summary) => (
          <Line key={summary.id} summary={summary} />
        ))}
      </ul>
      {making.value || list.length === 0 ? (
        <NewCase
          onDone={(id) => {
            making.value = false;
            location.hash = linkTo('cases', id);
          }}
          {...(list.length > 0 && { onCancel: () => (making.value = false) })}
        />
      ) : (
        <button ref={button} type="button" class="button primary" onClick={() => (making.value = true)}>
          {t('caseNew')}
        </button>
      )}
      <CheckEvidence />
      {list.length > 0 && (
        <details>
          <summary>{t('casesDeleteAll')}</summary>
          <p>{t('caseDeleteReach')}</p>
          <Confirm
            label={t('casesDeleteAll')}
            word={t('caseDeleteWord')}
            onConfirm={() => act((store) => store.deleteAll())}
          />
        </details>
      )}
    </>
  );
}
