import type { DraftFact, DraftFile } from '../../../knowledge/draft-schema';
import { pick, type TextKey, t } from '../../i18n';
import { change, type Work } from './work';

/** Facts that take more than a line. */
const LONG: readonly string[] = ['others', 'effects', 'online'];

interface FieldProps {
  readonly fact: DraftFact;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ fact, value, onChange }: FieldProps) {
  const id = `fact-${fact}`;
  const isLong = LONG.includes(fact);
  return (
    <div class={isLong ? 'wide' : undefined}>
      <label for={id}>{t(`fact_${fact}` as TextKey)}</label>
      {isLong ? (
        <textarea
          id={id}
          rows={2}
          maxLength={1000}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          id={id}
          type="text"
          maxLength={200}
          autocomplete="off"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** What only the user knows, and what he asks for. */
export function FactsForm({ file, present }: { file: DraftFile; present: Work }) {
  const { given, requests } = present;
  return (
    <section class="panel">
      <h3>{t('draftFacts')}</h3>
      <p class="small">{t('draftFactsHint')}</p>
      <div class="grid">
        {file.facts.map((fact) => (
          <Field
            key={fact}
            fact={fact}
            value={given[fact] ?? ''}
            onChange={(value) => change({ given: { ...given, [fact]: value } })}
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
