import type { Message } from '../../screen/types';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { failure, summaries } from './cases';
import { NewCase } from './NewCase';
import { forgetForm, NO_CASE } from './typed';
import { timeInWords } from './words';

/** Its own form: what was begun in the list of cases is another case. */
const CHOOSER_CASE = 'new-chosen';

interface Props {
  /** The message to be kept, if it is one: a new case begins with what is known of it. */
  readonly message?: Message;
  readonly onChoose: (caseId: string) => void;
  readonly onCancel: () => void;
}

/** The cases that are open, those that must be opened first, and a new one. The list must have been read before. */
export function ChooseCase({ message, onChoose, onCancel }: Props) {
  const list = summaries.value ?? [];
  const usable = list.filter(({ details }) => details);
  const locked = list.filter(({ details, protected: hasLock }) => hasLock && !details);
  const choose = (id: string) => {
    // No case is begun after all.
    forgetForm(NO_CASE, CHOOSER_CASE);
    onChoose(id);
  };
  return (
    <div class="panel choose-case">
      {failure.value && (
        <p class="error" role="alert">
          {failure.value}
        </p>
      )}
      {usable.length > 0 && <p>{t('chooseCase')}</p>}
      <p class="actions">
        {usable.map(({ id, details }) => (
          <button type="button" class="button" key={id} onClick={() => choose(id)}>
            {details?.title} <span class="small">{details && t('caseBegun', timeInWords(details.createdAt))}</span>
          </button>
        ))}
      </p>
      {locked.length > 0 && (
        <>
          <p>{t(message ? 'chooseLocked' : 'chooseLockedImport')}</p>
          <ul>
            {locked.map(({ id, title }) => (
              <li key={id}>
                <a href={linkTo('cases', id)}>{title ?? t('caseLockedName')}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {summaries.value && (
        <NewCase {...(message && { message })} form={CHOOSER_CASE} onDone={onChoose} onCancel={onCancel} />
      )}
    </div>
  );
}
