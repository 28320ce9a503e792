import { type Inspection, inspect, type NamedBlob } from '../import/inspect';
import { type Preview, previewOf } from '../import/preview';
import type { Format } from '../import/types';

/** A page hands the same file over as another object each time. */
const keyOf = (file: NamedBlob & { readonly lastModified?: number }): string =>
  [file.name, file.size, file.lastModified].join('\n');

/** The file that was opened last. The cells of a spreadsheet are kept, so that they need not be read once more. */
export class Opened {
  #kept: { readonly file: string; readonly inspection: Inspection } | undefined;

  /** @throws ImportError for what is no message history; the signal's reason when it is aborted */
  async open(file: NamedBlob, format: Format | undefined, signal: AbortSignal): Promise<Preview> {
    this.forget();
    const inspection = await inspect(file, format, signal);
    if (inspection.cells) this.#kept = { file: keyOf(file), inspection };
    return previewOf(inspection);
  }

  /** What is kept of a file; afterwards nothing is. */
  take(file: NamedBlob): Inspection | undefined {
    const kept = this.#kept;
    this.forget();
    return kept?.file === keyOf(file) ? kept.inspection : undefined;
  }

  forget(): void {
    this.#kept = undefined;
  }
}
