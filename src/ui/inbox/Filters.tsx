import type { Filter } from '../../intake/inbox/list';
import { knowledge } from '../../knowledge';
import { CATEGORIES, type Category, VERDICTS, type Verdict } from '../../knowledge/vocabulary';
import { pick, t } from '../i18n';
import { filter, overview } from './state';

/** Sets what was chosen; an empty value takes that part of the filter away. */
function change<K extends keyof Filter>(key: K, value: Filter[K] | undefined): void {
  const { [key]: _before, ...rest } = filter.value;
  filter.value = value === undefined ? rest : { ...rest, [key]: value };
}

/** The select's value for all senders; the empty one is that of those without a number. */
const ALL = '\n';

export function Filters() {
  const { sender, category, verdict, from, to, words } = filter.value;
  return (
    <div class="filters">
      <label>
        <span>{t('timelineSender')}</span>
        <select
          value={sender ?? ALL}
          onChange={({ currentTarget: { value } }) => change('sender', value === ALL ? undefined : value)}
        >
          <option value={ALL}>{t('timelineAll')}</option>
          {overview.value?.senders.map((one) => (
            <option key={one.sender} value={one.sender}>
              {[one.name, one.sender || t('entryNoSender')].filter(Boolean).join(' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('caseVerdict')}</span>
        <select
          value={verdict ?? ''}
          onChange={({ currentTarget: { value } }) => change('verdict', (value as Verdict) || undefined)}
        >
          <option value="">{t('caseVerdictAll')}</option>
          {VERDICTS.map((one) => (
            <option key={one} value={one}>
              {t(`part_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('inboxCategory')}</span>
        <select
          value={category ?? ''}
          onChange={({ currentTarget: { value } }) => change('category', (value as Category) || undefined)}
        >
          <option value="">{t('inboxCategoryAll')}</option>
          {CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {pick(knowledge.categories[one].name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('inboxFrom')}</span>
        <input
          type="date"
          value={from ?? ''}
          onChange={({ currentTarget: { value } }) => change('from', value || undefined)}
        />
      </label>
      <label>
        <span>{t('inboxTo')}</span>
        <input
          type="date"
          value={to ?? ''}
          onChange={({ currentTarget: { value } }) => change('to', value || undefined)}
        />
      </label>
      <label>
        <span>{t('inboxWords')}</span>
        <input
          type="search"
          value={words ?? ''}
          onInput={({ currentTarget: { value } }) => change('words', value.trim() ? value : undefined)}
        />
      </label>
    </div>
  );
}
