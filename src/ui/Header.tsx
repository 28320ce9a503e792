import { type Language, language, t } from './i18n';

interface Props {
  readonly onLanguage: (language: Language) => void;
  /** Erases everything unasked-for eyes could see, and leaves. */
  readonly onHide: () => void;
}

/** Name, language and the way out, on every page. */
export function Header({ onLanguage, onHide }: Props) {
  const other: Language = language.value === 'zh' ? 'en' : 'zh';
  return (
    <header class="top">
      <h1>{t('appName')}</h1>
      <p class="actions">
        <button
          type="button"
          class="link"
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          title={t('languageSwitchLabel')}
          onClick={() => onLanguage(other)}
        >
          {t('languageSwitch')}
        </button>
        <button type="button" class="button" title={t('hideEverythingHint')} onClick={onHide}>
          {t('hideEverything')}
        </button>
      </p>
    </header>
  );
}
