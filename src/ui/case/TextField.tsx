import { useId } from 'preact/hooks';
import { t } from '../i18n';
import type { Box } from './typed';

interface Props {
  readonly label: string;
  readonly box: Box<string>;
  /** Most characters (UTF-16 code units). */
  readonly limit?: number;
  /** A fact of a complaint draft, which is kept however long it is. */
  readonly isFact?: boolean;
  /** Absent for a single line. */
  readonly rows?: number;
  readonly isWide?: boolean;
  readonly isRequired?: boolean;
}

/** A field for words. What is too long stays as it was typed or pasted, and it is said: cut in silence it would be false. */
export function TextField({ label, box, limit, isFact = false, rows, isWide, isRequired = false }: Props) {
  const id = useId();
  const error = useId();
  const { length } = box.value;
  const isLong = limit !== undefined && length > limit;
  const common = {
    id,
    value: box.value,
    required: isRequired,
    'aria-invalid': isLong,
    ...(isLong && { 'aria-describedby': error }),
    onInput: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) => {
      box.value = value;
    },
  };
  return (
    <div class={isWide ? 'wide' : undefined}>
      <label for={id}>
        <span>{label}</span>
        {rows ? <textarea rows={rows} {...common} /> : <input type="text" autocomplete="off" {...common} />}
      </label>
      {isLong && (
        <p id={error} class="error" role="status">
          {t(isFact ? 'errorLongFact' : 'errorLong', limit, length)}
        </p>
      )}
    </div>
  );
}

/** Whether fields are within their limits, so that they may be saved. */
export const fits = <L extends Readonly<Record<string, number>>>(
  values: { readonly [K in keyof L]: string },
  limits: L,
): boolean => Object.entries(limits).every(([name, limit]) => (values[name] as string).length <= limit);
