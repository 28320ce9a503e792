import type { Lender } from '../knowledge/vocabulary';
import type { Message } from './types';
import type { View } from './view';

/**
 * Who wants the money, as far as it is known: where the user does not say, a message that is plainly about a bill for
 * water, power, property and the like, and not about a loan, is not measured by the rules of lenders.
 */
export function lenderOf({ lender = 'unknown' }: Message, view: View): Lender {
  return lender === 'unknown' && isBill(view) ? 'biller' : lender;
}

/** Where senders name themselves: 「【某某物业】……」, 「物业公司：……」, 「……【某某物业】」. */
const SIGNS = /^\s*【[^】]{1,30}】|^[^。！？；，：【\n]{1,20}：|【[^】]{1,30}】\s*$/g;

/** A biller names himself and speaks of a bill; nobody speaks of a loan. */
function isBill(view: View): boolean {
  const signs = [...view.canonical.text.matchAll(SIGNS)];
  const signed = signs.some(({ index, 0: sign }) =>
    view.hits('@biller').some(({ start, end }) => start >= index && end <= index + sign.length),
  );
  return signed && view.hits('@bill').length > 0 && view.hits('@loan').length === 0;
}
