import type { CaseDetails } from '../../case/cases';
import { LENDERS, type Lender, ROLES, type Role } from '../../knowledge/vocabulary';
import { type TextKey, t } from '../i18n';

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

export const isComplete = ({ title, forOther, consent }: DetailsDraft): boolean =>
  title.trim() !== '' && (!forOther || consent.trim() !== '');

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

interface Props {
  readonly value: DetailsDraft;
  readonly onChange: (value: DetailsDraft) => void;
}

/** Who stands on the other side, whom it concerns, and for whom it is kept. */
export function DetailsFields({ value, onChange }: Props) {
  const set = (part: Partial<DetailsDraft>) => onChange({ ...value, ...part });
  return (
    <>
      <div class="grid">
        <label>
          <span>{t('lender')}</span>
          <select value={value.lender} onChange={(event) => set({ lender: event.currentTarget.value as Lender })}>
            {LENDERS.map((one) => (
              <option key={one} value={one}>
                {t(`lender_${one}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('role')}</span>
          <select value={value.role} onChange={(event) => set({ role: event.currentTarget.value as Role })}>
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role_${one}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <label class="wide">
          <span>{t('caseLenderName')}</span>
          <input
            type="text"
            maxLength={100}
            value={value.lenderName}
            onInput={(event) => set({ lenderName: event.currentTarget.value })}
          />
        </label>
        <label class="wide">
          <span>{t('caseNote')}</span>
          <textarea
            rows={2}
            maxLength={2000}
            value={value.note}
            onInput={(event) => set({ note: event.currentTarget.value })}
          />
        </label>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={value.forOther}
          onChange={(event) => set({ forOther: event.currentTarget.checked })}
        />{' '}
        {t('caseForOther')}
      </label>
      {value.forOther && (
        <label>
          <span>{t('caseConsent')}</span>
          <textarea
            rows={2}
            maxLength={500}
            value={value.consent}
            onInput={(event) => set({ consent: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}
