import { type Language, t } from './i18n';
import { LanguageSwitch } from './LanguageSwitch';

interface Props {
  readonly onLanguage: (language: Language) => void;
  /** Erases everything unasked-for eyes could see, and leaves. */
  readonly onHide: () => void;
}

/** Name, language and the way out, on every page. */
export function Header({ onLanguage, onHide }: Props) {
  return (
    <header class="top">
      <h1>{t('appName')}</h1>
      <p class="actions">
        <LanguageSwitch onLanguage={onLanguage} />
        <button type="button" class="button" title={t('hideEverythingHint')} onClick={onHide}>
          {t('hideEverything')}
        </button>
      </p>
    </header>
  );
}
