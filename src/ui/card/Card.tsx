import type { Split } from '../../intake/split';
import { type Language, languageTag, type TextKey, t } from '../i18n';
import { LanguageSwitch } from '../LanguageSwitch';
import { Checked, SplitOffer } from '../parts/Checked';
import type { Checks } from '../parts/checks';
import { OpenPlace } from '../result/GuideLinks';
import type { Place } from '../workspace/address';

interface Props {
  /** What the card has to say instead of a result. */
  readonly notice: TextKey | undefined;
  readonly checks: Checks;
  readonly split: Split;
  readonly separately: boolean;
  readonly canJoin: boolean;
  readonly cut: boolean;
  readonly explainError: (error: Error) => string;
  readonly onSeparately: (separately: boolean) => void;
  readonly onLanguage: (language: Language) => void;
  /** Takes the text to the workspace: to a place of it, or to the check. */
  readonly onWorkspace: (place?: Place) => void;
  readonly onClose: () => void;
}

function Bar({ onLanguage, onWorkspace, onClose }: Pick<Props, 'onLanguage' | 'onWorkspace' | 'onClose'>) {
  return (
    <header class="card-bar">
      <button type="button" class="link card-grip" aria-label={t('cardMove')} title={t('cardMove')}>
        ⠿
      </button>
      <strong>{t('appName')}</strong>
      <LanguageSwitch onLanguage={onLanguage} />
      <button type="button" class="link" onClick={() => onWorkspace()}>
        {t('openWorkspace')}
      </button>
      <button type="button" class="button" aria-label={t('close')} title={t('closeHint')} onClick={onClose}>
        ✕
      </button>
    </header>
  );
}

/** The result beside the selection. */
export function Card(props: Props) {
  const { notice, checks, split, separately, canJoin, cut, explainError, onSeparately } = props;
  return (
    <div class="card-inside" lang={languageTag.value}>
      <Bar {...props} />
      <main class="card-body">
        {notice && <p class="lead">{t(notice)}</p>}
        {cut && <p class="small">{t('selectionCut')}</p>}
        {!notice && (
          <>
            <SplitOffer split={split} separately={separately} canJoin={canJoin} onChange={onSeparately} />
            <OpenPlace.Provider value={props.onWorkspace}>
              <Checked checks={checks} explainError={explainError} />
            </OpenPlace.Provider>
          </>
        )}
      </main>
    </div>
  );
}
