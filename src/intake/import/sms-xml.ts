/** Files of the Android app "SMS Backup & Restore": `<smses>` with `<sms>` and `<mms>`, and `<calls>`. */
import { SaxesParser } from 'saxes';
import { MARKUP_LIMIT } from './limits';
import { type Mms, readCall, readMms, readSms } from './sms-elements';
import { BreakOff, ImportError, type Item } from './types';
import { repairXml } from './xml-text';

const ROOTS = ['smses', 'calls'];
/** Characters handed to the parser at a time, so that its limit is watched closely. */
const STEP = 65_536;
/** A backup has no more than five levels. */
const DEPTH_LIMIT = 20;

/**
 * Reads such a file in pieces. Entities are never expanded: a file that declares any is refused.
 *
 * @throws ImportError `dtd`, `unknown-xml`; BreakOff `truncated`, `malformed`, `too-long` where the rows before are good
 */
export async function* readSmsXml(source: AsyncIterable<string>): AsyncGenerator<Item[]> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const items: Item[] = [];
  const open: string[] = [];
  let mms: Mms | undefined;
  let row = 0;
  let stopped: ImportError | BreakOff | undefined;
  let [fed, seen] = [0, 0];
  const stop = (error: ImportError | BreakOff) => {
    stopped ??= error;
  };
  parser.on('error', () => stop(new BreakOff('malformed', row + 1)));
  parser.on('doctype', () => stop(new ImportError('dtd')));
  parser.on('opentag', ({ name, attributes }) => {
    seen = fed;
    if (stopped) return;
    if (!open.length && !ROOTS.includes(name)) stop(new ImportError('unknown-xml'));
    open.push(name);
    if (open.length > DEPTH_LIMIT) stop(new BreakOff('malformed', row + 1));
    if (open.length === 2 && name === 'mms') mms = { attributes, texts: [], addresses: [] };
    else if (mms && name === 'part') mms.texts.push(attributes);
    else if (mms && name === 'addr') mms.addresses.push(attributes);
  });
  parser.on('closetag', ({ name, attributes }) => {
    seen = fed;
    if (stopped) return;
    open.pop();
    if (open.length !== 1) return;
    row++;
    if (name === 'sms') items.push(...readSms(attributes, row));
    else if (name === 'call') items.push(...readCall(attributes, row));
    else if (mms) items.push(...readMms(mms, row));
    mms = undefined;
  });
  for await (const piece of repairXml(source)) {
    for (let from = 0; from < piece.length && !stopped; from += STEP) {
      const part = piece.slice(from, from + STEP);
      fed += part.length;
      parser.write(part);
      if (fed - seen > MARKUP_LIMIT)
        stop(open.length ? new BreakOff('too-long', row + 1) : new ImportError('unknown-xml'));
    }
    // Of nothing too, so that the progress goes on.
    yield items.splice(0);
    if (stopped) throw stopped;
  }
  if (open.length) throw new BreakOff('truncated', row + 1);
  parser.close();
  if (stopped) throw stopped;
}
