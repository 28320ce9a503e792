import { useEffect } from 'preact/hooks';
import { t } from '../i18n';
import { CaseList } from './CaseList';
import { CasePage } from './CasePage';
import { failure, leftOut, listCases, notice, openCase, outdated, show, summaries } from './cases';
import { mayKeep } from './keeping';
import { Unlock } from './Unlock';

function Shown({ id, tab }: { id: string | undefined; tab: string | undefined }) {
  const list = summaries.value;
  if (!list) return failure.value ? null : <p>{t('caseLoading')}</p>;
  if (!mayKeep.value) return <p>{t('keepNotPrivate')}</p>;
  const summary = list.find((one) => one.id === id);
  if (!id || !summary) {
    return (
      <>
        {id && <p class="error">{t('caseError_gone')}</p>}
        <CaseList list={list} />
      </>
    );
  }
  if (openCase.value?.details.id === id) return <CasePage held={openCase.value} tab={tab} />;
  return summary.details ? <p>{t('caseLoading')}</p> : <Unlock summary={summary} />;
}

/** The cases kept on this device, or the one that the address names. */
export function CasesView({ path: [id, tab] }: { path: readonly string[] }) {
  useEffect(() => {
    void (id ? show(id) : listCases());
  }, [id]);
  return (
    <>
      {outdated.value && (
        <p class="error" role="alert">
          {t('caseOutdated')}
        </p>
      )}
      <p class="error failure" role="alert">
        {failure.value}
      </p>
      <p role="status">
        {notice.value && t(notice.value)}
        {leftOut.value > 0 && ` ${t('caseLeftOut', leftOut.value)}`}
      </p>
      <Shown id={id} tab={tab} />
    </>
  );
}
