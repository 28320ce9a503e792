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
const SIGNS = /^\s*【[^】]{1,30}】|^[^\s。！？；，：【]{1,20}：|【[^】]{1,30}】\s*$/g;
/** Before a colon stands a name and nothing more: not 「我在医院门口：」, 「老王在学校门口等你：」. */
const NAME_ENDS = /^(有限|公司|集团|服务|管理|中心|处|科|部|客服|财务|收费|营业厅|通知|提醒){0,4}：$/;
const SOMEBODY = /[我俺咱你您他她在等到]/;

/** A biller names himself and speaks of a bill; nobody speaks of a loan. */
function isBill(view: View): boolean {
  const signs = [...view.canonical.text.matchAll(SIGNS)];
  const signed = signs.some(({ index, 0: sign }) =>
    view.hits('@biller').some(({ start, end }) => {
      if (start < index || end > index + sign.length) return false;
      return !sign.endsWith('：') || (NAME_ENDS.test(sign.slice(end - index)) && !SOMEBODY.test(sign));
    }),
  );
  return signed && view.hits('@bill').length > 0 && view.hits('@loan').length === 0;
}
