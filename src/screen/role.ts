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

/**
 * A guarantor or co-borrower may lawfully be told of the debt and asked to pay (Civil Code, art. 681): what would be
 * disclosure to a third person, or pressing one, is for him to check against his contract. The same where the message
 * itself calls him so. Threats, insults and what is shown around stay what they are.
 */
export function applyRole(candidates: readonly Candidate[], view: View, role: Role = 'unsure'): Candidate[] {
  if (role !== 'guarantor-or-co-borrower' && !callsReaderGuarantor(view)) return [...candidates];
  return candidates.map((candidate) =>
    asksGuarantor(candidate, view) ? { ...candidate, level: 'verify', asGuarantor: true, law: ['mfd-681'] } : candidate,
  );
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
  return !isHit(SHOWN_AROUND, sentence, view) && !(act && isHit(TELLS, range, view));
}

/** 「您作为保证人」, 「你是陈刚的担保人」, 「您为他提供了担保」. */
const CALLED = /([你您]|贵方)[是系为]|作为/;
/** 「你不是担保人」, 「填了你就是担保人」, 「拿你的号码做的担保人」: nobody signed anything. */
const NOT_SIGNED = /[不没未非无填拿用]|号码|名字/;
const OF_SOMEBODY_ELSE = /^(介绍|推荐|也好|说明|亲属|家属|吗|吧|么)/;

/** Also 「担保人王女士您好」. */
function callsReaderGuarantor(view: View): boolean {
  const { text } = view.canonical;
  return view.hits('@guarantor').some(({ start, end }) => {
    const [before, after] = [text.slice(view.clauseStart(start), start), text.slice(end, end + 7)];
    if (NOT_SIGNED.test(before) || OF_SOMEBODY_ELSE.test(after)) return false;
    return CALLED.test(before) || /^.{0,4}([你您]好|：)/.test(after);
  });
}

const isHit = (terms: readonly Term[], { start, end }: Range, view: View): boolean =>
  terms.some((term) => view.hits(term).some((hit) => hit.start >= start && hit.end <= end));
