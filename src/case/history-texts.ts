import type { Bilingual } from '../knowledge/schema';

export type HistoryRule = 'history-night' | 'history-answered' | 'history-unanswered' | 'history-after-stop';

interface Texts {
  readonly title: Bilingual;
  readonly why: Bilingual;
}

/**
 * How a finding of the history is worded.
 *
 * @param count contacts in all
 * @param days days with such contacts
 * @param sender the one number concerned
 */
export function textsOf(rule: HistoryRule, count: number, days: number, sender = ''): Texts {
  return TEXTS[rule](count, days, sender);
}

const TEXTS: Record<HistoryRule, (count: number, days: number, sender: string) => Texts> = {
  'history-night': (count, days) => ({
    title: {
      zh: `${days} 天里，晚上 22:00 到早上 8:00 之间有 ${count} 次联系`,
      en: `${times(count, 'contact')} between 22:00 and 8:00 on ${times(days, 'day')}`,
    },
    why: {
      zh: '如果你没有约定或同意过这个时段，可以拿这些记录去核实：下面的文件说，没有约定或同意的，这个时段不应催收。它们是标准或行业自律文件，不是法律。只数了写明钟点的记录。',
      en: 'If you did not agree to these hours, you can have this checked: the texts below say that nobody should collect at that time without agreement or consent. They are a standard or industry rules, not laws. Only records with a clock time are counted.',
    },
  }),
  'history-answered': (count, days) => ({
    title: {
      zh: `有 ${days} 天，一天接通的电话超过 3 次（共 ${count} 次）`,
      en: `More than 3 answered calls a day on ${times(days, 'day')} (${times(count, 'call')} in all)`,
    },
    why: {
      zh: '如果你没有约定或同意过别的次数，而且这些电话是同一家机构为同一笔网络消费贷款打的、算得上有效通话，可以拿去核实：国家推荐标准（不是法律）写的是每天不应超过 3 次。没接通的电话和短信没有算在内。',
      en: 'If you did not agree to another number, and if these were effective calls by one institution about one online consumer loan, you can have this checked: a recommended national standard (not a law) says no more than 3 a day. Unanswered calls and text messages are not counted.',
    },
  }),
  'history-unanswered': (count, days, sender) => ({
    title: {
      zh: `有 ${days} 天，${sender} 一天打来、没接通的超过 6 次（共 ${count} 次）`,
      en: `More than 6 unanswered calls a day from ${sender} on ${times(days, 'day')} (${times(count, 'call')} in all)`,
    },
    why: {
      zh: '如果你没有约定或同意过别的次数，而且这些电话打的都是你的同一个号码，可以拿去核实：行业自律文件（不是法律）写的是对同一联系方式，没接通的一天不宜超过 6 次。接通的电话和短信没有算在内。',
      en: 'If you did not agree to another number, and if all of these rang the same phone number of yours, you can have this checked: an industry guideline (not a law) says preferably no more than 6 unanswered tries a day to one number. Answered calls and text messages are not counted.',
    },
  }),
  'history-after-stop': (count, days, sender) => ({
    title: {
      zh: `你要求停止之后，${sender} 在 ${days} 天里又联系了 ${count} 次`,
      en: `${sender} made contact ${times(count, 'more time')} on ${times(days, 'day')} after you asked it to stop`,
    },
    why: {
      zh: '如果你没有同意过继续联系，可以拿这些记录去核实。对借款人本人，对方仍然可以依法正常催收，要看说了什么、是不是打扰了生活安宁；对没有担保、没有共同借款的其他人，按标准和行业自律文件（都不是法律，也不管个人之间的借款），要求停止后就不应再联系；夫妻共同债务等与债务有关的人除外。法律没有写明几次算多。',
      en: 'If you did not agree to further contact, you can have this checked. A lender may still collect from the borrower in a lawful way: it depends on what was said and whether it disturbed private peace. By a standard and industry rules (not laws, and not about loans between private persons) other people who did not borrow or guarantee should not be contacted again once they ask, unless the debt concerns them, such as a spouse with a joint debt. No law names a number.',
    },
  }),
};

const times = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
