import { pick, t } from '../i18n';
import { draft } from './draft';
import { EXAMPLES } from './example-messages';

/** What an empty box offers: a message to try. */
export function Examples() {
  return (
    <section class="examples">
      <p class="small">{t('appTagline')}</p>
      <p class="small">{t('examplesTitle')}</p>
      {EXAMPLES.map(({ name, text }) => (
        <button type="button" class="button" key={name.en} onClick={() => (draft.value = { ...draft.value, text })}>
          {pick(name)}
        </button>
      ))}
    </section>
  );
}
