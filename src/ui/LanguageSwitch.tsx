import { type Language, language, t } from './i18n';

/** The other language, one click away, named in itself. */
export function LanguageSwitch({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const other: Language = language.value === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      class="link"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={t('languageSwitchLabel')}
      onClick={() => onLanguage(other)}
    >
      {t('languageSwitch')}
    </button>
  );
}
