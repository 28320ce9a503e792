import type { CaseDetails, DetailsChange } from '../../case/cases';
import { LENDERS, type Lender, ROLES, type Role } from '../../knowledge/vocabulary';
import { type TextKey, t } from '../i18n';
import { fits, TextField } from './TextField';
import type { Typed } from './typed';

/** What is noted of a case, as it is being typed. */
export interface DetailsDraft {
  readonly title: string;
  readonly lender: Lender;
  readonly lenderName: string;
  readonly role: Role;
  readonly note: string;
  readonly forOther: boolean;
  readonly consent: string;
}

export const NO_DETAILS: DetailsDraft = {
  title: '',
  lender: 'unknown',
  lenderName: '',
  role: 'unsure',
  note: '',
  forOther: false,
  consent: '',
};

/** Most characters of each. */
export const LIMITS = { title: 100, lenderName: 100, note: 2000, consent: 500 } as const;

/** Why it cannot be saved yet, or that it can. */
export function missingOf(draft: DetailsDraft): TextKey | undefined {
  if (draft.title.trim() === '') return 'caseMissingTitle';
  if (draft.forOther && draft.consent.trim() === '') return 'caseMissingConsent';
  return fits(draft, LIMITS) ? undefined : 'caseMissingShorter';
}

/** @param consentAt when the consent was noted, ISO 8601 with offset */
export const toDetails = (
  { title, lender, lenderName, role, note, forOther, consent }: DetailsDraft,
  consentAt: string,
): CaseDetails => ({
  title: title.trim(),
  lender,
  role,
  note: note.trim(),
  ...(lenderName.trim() && { lenderName: lenderName.trim() }),
  ...(forOther && { consent: { note: consent.trim(), at: consentAt } }),
});

/** What a field of the form changes in the case. */
const CHANGES: Readonly<Record<keyof DetailsDraft, keyof CaseDetails>> = {
  title: 'title',
  lender: 'lender',
  lenderName: 'lenderName',
  role: 'role',
  note: 'note',
  forOther: 'consent',
  consent: 'consent',
};

/** Of the details only those that were changed: another tab may have changed the others meanwhile. */
export function toChange(all: DetailsDraft, changed: Partial<DetailsDraft>, consentAt: string): DetailsChange {
  const details = toDetails(all, consentAt);
  const names = (Object.keys(changed) as (keyof DetailsDraft)[]).map((field) => CHANGES[field]);
  return Object.fromEntries(names.map((name) => [name, details[name]]));
}

/** Who stands on the other side, whom it concerns, and for whom it is kept. */
export function DetailsFields({ words: { all, fields } }: { words: Typed<DetailsDraft> }) {
  return (
    <>
      <div class="grid">
        <label>
          <span>{t('lender')}</span>
          <select
            value={all.lender}
            onChange={(event) => {
              fields.lender.value = event.currentTarget.value as Lender;
            }}
          >
            {LENDERS.map((one) => (
              <option key={one} value={one}>
                {t(`lender_${one}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('role')}</span>
          <select
            value={all.role}
            onChange={(event) => {
              fields.role.value = event.currentTarget.value as Role;
            }}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role_${one}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <TextField label={t('caseLenderName')} box={fields.lenderName} limit={LIMITS.lenderName} isWide />
        <TextField label={t('caseNote')} box={fields.note} limit={LIMITS.note} rows={2} isWide />
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={all.forOther}
          onChange={(event) => {
            fields.forOther.value = event.currentTarget.checked;
          }}
        />{' '}
        {t('caseForOther')}
      </label>
      {all.forOther && (
        <TextField label={t('caseConsent')} box={fields.consent} limit={LIMITS.consent} rows={2} isRequired />
      )}
    </>
  );
}
