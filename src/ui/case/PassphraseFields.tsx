import { useSignal } from '@preact/signals';
import { t } from '../i18n';

/** Fewest characters of a passphrase; a sentence is better than a word. */
export const PASSPHRASE_LEAST = 8;

interface Props {
  /** The passphrase once it is long enough and typed twice the same; undefined until then. */
  readonly onChange: (passphrase: string | undefined) => void;
}

/** A new passphrase, typed twice. There is no way back without it, and it says so. */
export function PassphraseFields({ onChange }: Props) {
  const first = useSignal('');
  const second = useSignal('');
  const tell = () =>
    onChange(first.value.length >= PASSPHRASE_LEAST && first.value === second.value ? first.value : undefined);
  return (
    <div class="grid">
      <label>
        <span>{t('passphrase')}</span>
        <input
          type="password"
          autocomplete="new-password"
          value={first.value}
          onInput={(event) => {
            first.value = event.currentTarget.value;
            tell();
          }}
        />
      </label>
      <label>
        <span>{t('passphraseAgain')}</span>
        <input
          type="password"
          autocomplete="new-password"
          value={second.value}
          onInput={(event) => {
            second.value = event.currentTarget.value;
            tell();
          }}
        />
      </label>
      <p class="small wide" aria-live="polite">
        {first.value && first.value.length < PASSPHRASE_LEAST
          ? t('passphraseShort', PASSPHRASE_LEAST)
          : second.value && first.value !== second.value
            ? t('passphraseDiffers')
            : t('passphraseNoWayBack')}
      </p>
    </div>
  );
}
