import { signal } from '@preact/signals';
import { isDay } from '../../tools/days';
import { FLOW_KINDS, type FlowKind, monthlyRows, ROWS_LIMIT, readPasted } from '../../tools/flows';
import { readMoney } from '../../tools/money';
import { listed, t } from '../i18n';
import { DayField, Fold, Outcome, type Said } from './fields';
import { add } from './loan';

const plan = signal({ count: '', amount: '', day: '' });
const planSaid = signal<{ readonly error?: Said; readonly done?: Said }>({});
const pasted = signal<{ readonly text: string; readonly kind: FlowKind }>({ text: '', kind: 'repaid' });
const pastedSaid = signal<{ readonly error?: Said; readonly done?: Said }>({});
/** Most lines that are named when they could not be read. */
const NAMED_LINES = 8;

function planProblem({ count, amount, day }: typeof plan.value): Said | undefined {
  const instalments = Number(count.normalize('NFKC'));
  if (!Number.isInteger(instalments) || instalments < 1 || instalments > ROWS_LIMIT)
    return ['toolErrorCount', ROWS_LIMIT];
  if (!readMoney(amount)) return ['toolErrorAmount'];
  return isDay(day) ? undefined : ['toolErrorDay'];
}

function fill(): void {
  const { count, amount, day } = plan.value;
  const instalments = Number(count.normalize('NFKC'));
  const error = planProblem(plan.value) ?? add(monthlyRows(instalments, amount.trim(), day));
  planSaid.value = error ? { error } : { done: ['toolAdded', instalments] };
}

function paste(): void {
  const { rows, bad } = readPasted(pasted.value.text, pasted.value.kind);
  let error: Said | undefined;
  if (bad.length) {
    const named = listed(bad.slice(0, NAMED_LINES));
    error = ['toolErrorPaste', bad.length > NAMED_LINES ? `${named} …` : named];
  } else error = rows.length ? add(rows) : ['toolErrorPasteNone'];
  pastedSaid.value = error ? { error } : { done: ['toolAdded', rows.length] };
  if (!error) pasted.value = { ...pasted.value, text: '' };
}

function Plan() {
  const change = (part: Partial<typeof plan.value>) => {
    plan.value = { ...plan.value, ...part };
  };
  return (
    <Fold title={t('toolFillTitle')}>
      <div class="grid">
        <label class="field">
          <span>{t('toolFillCount')}</span>
          <input
            type="text"
            inputmode="numeric"
            autocomplete="off"
            value={plan.value.count}
            onInput={(event) => change({ count: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{t('toolFillAmount')}</span>
          <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            value={plan.value.amount}
            onInput={(event) => change({ amount: event.currentTarget.value })}
          />
        </label>
        <DayField label={t('toolFillDay')} value={plan.value.day} onInput={(day) => change({ day })} />
      </div>
      <p class="actions">
        <button type="button" class="button" onClick={fill}>
          {t('toolFillAdd')}
        </button>
      </p>
      <Outcome {...planSaid.value} />
    </Fold>
  );
}

/** Quicker ways to fill the list: equal instalments, or rows pasted from elsewhere. */
export function FlowWays() {
  const { text, kind } = pasted.value;
  return (
    <div class="no-print">
      <Plan />
      <Fold title={t('toolPasteTitle')}>
        <label class="field">
          <span>{t('toolPasteLabel')}</span>
          <textarea
            rows={4}
            spellcheck={false}
            value={text}
            onInput={(event) => {
              pasted.value = { kind, text: event.currentTarget.value };
            }}
          />
        </label>
        <label class="field">
          <span>{t('toolPasteKind')}</span>
          <select
            value={kind}
            onChange={(event) => {
              pasted.value = { text, kind: event.currentTarget.value as FlowKind };
            }}
          >
            {FLOW_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`toolFlow_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <p class="actions">
          <button type="button" class="button" onClick={paste}>
            {t('toolPasteAdd')}
          </button>
        </p>
        <Outcome {...pastedSaid.value} />
      </Fold>
    </div>
  );
}
