import { t } from '../i18n';
import { linkTo } from '../workspace/address';

/** The way back to the list, above a page. */
export function Way() {
  return (
    <p class="guide-way small">
      <a href={linkTo('guide')}>{t('guideBack')}</a>
    </p>
  );
}

export function PrintButton() {
  return (
    <button type="button" class="button guide-print" onClick={() => print()}>
      {t('guidePrint')}
    </button>
  );
}
