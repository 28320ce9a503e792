import type { DraftFile } from '../../../knowledge/draft-schema';
import { pick, type TextKey, t } from '../../i18n';
import { TextField } from '../TextField';
import { change, factLimit, isLongFact, type Work } from './work';

/** What only the user knows, and what he asks for. */
export function FactsForm({ file, present }: { file: DraftFile; present: Work }) {
  const { given, requests } = present;
  return (
    <section class="panel">
      <h3>{t('draftFacts')}</h3>
      <p class="small">{t('draftFactsHint')}</p>
      <div class="grid">
        {file.facts.map((fact) => (
          <TextField
            key={fact}
            label={t(`fact_${fact}` as TextKey)}
            box={{
              get value() {
                return given[fact] ?? '';
              },
              set value(value) {
                change({ given: { ...given, [fact]: value } });
              },
            }}
            limit={factLimit(fact)}
            isFact
            {...(isLongFact(fact) && { rows: 2, isWide: true })}
          />
        ))}
      </div>
      <h4>{t('draftRequests')}</h4>
      {file.requests.map(({ id, label }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={requests.includes(id)}
            onChange={(event) =>
              change({
                requests: event.currentTarget.checked ? [...requests, id] : requests.filter((one) => one !== id),
              })
            }
          />{' '}
          {pick(label)}
        </label>
      ))}
    </section>
  );
}
