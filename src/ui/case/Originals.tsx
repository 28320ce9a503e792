import { useSignal } from '@preact/signals';
import type { Original } from '../../case/evidence/layout';
import { Sha256 } from '../../case/sha256';
import type { Entry } from '../../case/types';
import { listed, t } from '../i18n';

/** The imported files that entries came from, by their SHA-256. */
export function importedFiles(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ origin: { how, file } }) => (how === 'import' && file ? [[file.sha256, file.name]] : [])),
  );
}

async function hashOf(file: File): Promise<string> {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) hash.update(read.value);
  return hash.hex();
}

interface Props {
  readonly entries: readonly Entry[];
  readonly chosen: readonly Original[];
  readonly onChange: (chosen: readonly Original[]) => void;
}

/**
 * Takes the imported files along as they were. They are not kept with the case, because they hold everybody's messages;
 * who wants them in the evidence file gives them again, and only the very same bytes are taken.
 */
export function Originals({ entries, chosen, onChange }: Props) {
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const known = importedFiles(entries);
  if (!known.size) return null;
  const take = async (files: readonly File[]) => {
    isBusy.value = true;
    problem.value = '';
    const taken = new Map(chosen.map((original) => [original.sha256, original]));
    for (const file of files) {
      const sha256 = await hashOf(file);
      if (known.has(sha256)) taken.set(sha256, { name: file.name, sha256, bytes: file });
      else problem.value = t('originalsOther', file.name);
    }
    onChange([...taken.values()]);
    isBusy.value = false;
  };
  return (
    <div class="originals">
      <label>
        <span>{t('originalsAdd', listed([...known.values()]))}</span>
        <input
          type="file"
          multiple
          disabled={isBusy.value}
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p class="small">{t('originalsWarning')}</p>
      <div role="status">
        {isBusy.value && t('evidenceReading')}
        {chosen.length > 0 && (
          <p>
            {t('originalsTaken', listed(chosen.map(({ name }) => name)))}{' '}
            <button type="button" class="button" onClick={() => onChange([])}>
              {t('originalsNone')}
            </button>
          </p>
        )}
      </div>
      <p class="error" role="alert">
        {problem.value}
      </p>
    </div>
  );
}
