import { lprTable } from '../../knowledge/lpr';
import { isDay } from '../../tools/days';
import { CheckedOn } from '../CheckedOn';
import { t } from '../i18n';
import {
  comparisonLines,
  contract,
  LENDER_SIDES,
  type LenderSide,
  lenderSide,
  privateLine,
  questions,
  RULES,
  typedLpr,
} from './compare';
import { Call12348, DayField } from './fields';
import { Rules } from './Rules';

function LprField() {
  const line = privateLine.value;
  const isAsked = line?.kind === 'ask' || line?.kind === 'badRate' || (line?.kind === 'limit' && !line.limit.published);
  if (!isAsked) return null;
  return (
    <div class="field">
      <label for="lpr">{t('toolLprLabel')}</label>
      <input
        id="lpr"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        value={typedLpr.value}
        aria-invalid={line.kind === 'badRate'}
        aria-describedby="lpr-error"
        onInput={(event) => {
          typedLpr.value = event.currentTarget.value;
        }}
      />
      <p id="lpr-error" role="alert" class="error">
        {line.kind === 'badRate' && t('toolErrorLpr')}
      </p>
    </div>
  );
}

/** Which line the rules draw, for whom, and what to ask about it. */
export function Compare() {
  const side = lenderSide.value;
  return (
    <section class="tool-part">
      <h3>{t('toolCompareTitle')}</h3>
      <div class="grid">
        <label class="field wide">
          <span>{t('toolLenderLabel')}</span>
          <select
            value={side}
            onChange={(event) => {
              lenderSide.value = event.currentTarget.value as LenderSide;
            }}
          >
            {LENDER_SIDES.map((each) => (
              <option key={each} value={each}>
                {t(`toolLender_${each}`)}
              </option>
            ))}
          </select>
        </label>
        {side === 'private' && (
          <>
            <DayField
              label={t('toolContractDay')}
              value={contract.value}
              error={contract.value && !isDay(contract.value) ? ['toolErrorDay'] : undefined}
              onInput={(day) => {
                contract.value = day;
              }}
            />
            <LprField />
          </>
        )}
      </div>
      <div role="status" class="compared">
        {comparisonLines().map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {side === 'private' && (
        <p class="small">
          <a href={lprTable.site} target="_blank" rel="noreferrer">
            {t('toolLprSite')}
          </a>{' '}
          · <CheckedOn day={lprTable.checked} />
        </p>
      )}
      <h3>{t('toolAskTitle')}</h3>
      <ul>
        {questions().map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p class="actions">
        <Call12348 />
      </p>
      <Rules ids={RULES[side]} />
    </section>
  );
}
