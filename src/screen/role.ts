import type { Term } from '../knowledge/pattern';
import type { Role } from '../knowledge/vocabulary';
import type { Candidate } from './types';
import type { Range, View } from './view';

/** What sees a debt told to somebody else than the borrower: to a guarantor it may be told. */
const TOLD_TO_THE_READER = [
  'others-debt-disclosed',
  'absent-debtor-named',
  'plead-with-crowd',
  'reader:privacy-disclosure',
];

/** Others hear of it too: what is shown around is no demand on a guarantor. */
const SHOWN_AROUND: readonly Term[] = ['@group-address', '@shame-post', '@online-spot', '@public-spot', '@mass-send'];
/** A guarantor owes money and nothing else. */
const MORE_THAN_DEBT: readonly Term[] = [
  '@jail',
  '@arrest',
  '@blacklist',
  '@freeze-act',
  '@schooling',
  '@crime-accuse',
];
const TELLS: readonly Term[] = ['@tell-word', '@tell'];
/** After 「你弟弟」: the debt is his, so nothing more is asked of him. */
const IS_THE_DEBTOR = /^.{0,4}(欠|逾期|拖|赖|跑了|失联|[没未不]还|还不|的[借贷]|借[了我的])/;

/**
 * A guarantor or co-borrower may lawfully be told of the debt and asked to pay (Civil Code, art. 681): what would be
 * disclosure to a third person, or pressing one, is for him to check against his contract. The same where the user does
 * not say who he is and the message calls him so. Threats, insults, what is shown around and what is asked of his
 * family stay what they are.
 */
export function applyRole(candidates: readonly Candidate[], view: View, role: Role = 'unsure'): Candidate[] {
  const called = role === 'unsure' && callsReaderGuarantor(view);
  if (role !== 'guarantor-or-co-borrower' && !called) return [...candidates];
  const law = lawFor(view);
  return candidates.map((candidate) =>
    asksGuarantor(candidate, view) ? { ...candidate, level: 'verify', asGuarantor: true, law } : candidate,
  );
}

/** A co-borrower owes as a borrower; what a guarantee means is not about him. */
function lawFor(view: View): string[] {
  const words = view.hits('@guarantor').map(({ start, end }) => view.canonical.text.slice(start, end));
  return !words.length || words.some((word) => /担保|保证/.test(word)) ? ['mfd-681'] : ['mfd-675'];
}

function asksGuarantor({ rule, category, level, range, act }: Candidate, view: View): boolean {
  if (level === 'lawful' || !range) return false;
  if (rule === 'reader:false-legal-consequence')
    return isHit(['@guarantor'], range, view) && isHit(['@liable'], range, view) && !isHit(MORE_THAN_DEBT, range, view);
  if (category !== 'third-party-pressure' && !TOLD_TO_THE_READER.includes(rule)) return false;
  const sentence = {
    start: view.sentence(view.sentenceAt(range.start)).start,
    end: view.sentence(view.sentenceAt(Math.max(range.start, range.end - 1))).end,
  };
  if (isHit(SHOWN_AROUND, sentence, view) || pressesFamily(range, view)) return false;
  return !(act && isHit(TELLS, range, view));
}

/** 「叫你老婆一起还」: who signed may be asked, his family may not. */
function pressesFamily(range: Range, view: View): boolean {
  const yours = view.hits('@yours').filter(({ start }) => start >= range.start);
  return view.hits('@kin').some(({ start, end }) => {
    if (end > range.end || !yours.some((your) => your.end === start)) return false;
    return !IS_THE_DEBTOR.test(view.canonical.text.slice(end, end + 8));
  });
}

/** 「您作为保证人」, 「你是陈刚的担保人」, 「您为他提供了担保」. */
const CALLED = /([你您]|贵方)\s?([是系为]|作为)|^\s*作为/;
/** 「你不是担保人」, 「填了你就是担保人」, 「紧急联系人等同于担保人」: nobody signed anything. */
const NOT_SIGNED = /[不没未非无填拿用就]|号码|名字|等同|等于|视为|视同|默认|法定|都是|算是|联系人|家属|亲戚/;
const OF_SOMEBODY_ELSE =
  /^(介绍|推荐|也好|说明|亲属|家属|吗|吧|么|的(老婆|老公|妻|丈夫|爱人|配偶|父|母|爸|妈|儿|女|兄|弟|哥|姐|妹|朋友|联系人))/;
/** 「担保人王女士您好」, 「担保人王女士：」, but not 「你的担保人王芳：」, nor 「担保人：王芳」 in a form. */
const GREETED = /^(.{0,4}[你您]好|.{1,4}：|：[你您\n])/;

function callsReaderGuarantor(view: View): boolean {
  const { text } = view.canonical;
  return view.hits('@guarantor').some(({ start, end }) => {
    const [before, after] = [text.slice(view.clauseStart(start), start), text.slice(end, end + 7)];
    if (NOT_SIGNED.test(before) || OF_SOMEBODY_ELSE.test(after)) return false;
    return CALLED.test(before) || (GREETED.test(after) && !/[你您]的?$/.test(before));
  });
}

const isHit = (terms: readonly Term[], { start, end }: Range, view: View): boolean =>
  terms.some((term) => view.hits(term).some((hit) => hit.start >= start && hit.end <= end));
