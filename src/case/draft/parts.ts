/** The building blocks of a draft. Each says what the user said or received, and nothing else. */
import type { DraftFact, DraftFile, DraftPart } from '../../knowledge/draft-schema';
import { nightContact } from '../../screen/clock';
import { plausible } from '../times';
import type { DraftFacts, Incident } from './facts';
import { blank, given, senderOf, toExamine, whenOf } from './words';

export interface Section {
  readonly part: DraftPart;
  readonly heading: string;
  readonly lines: readonly string[];
}

type Write = (facts: DraftFacts, draft: DraftFile) => readonly string[];

/** Longer messages are quoted by their chosen words where the whole is an attachment. */
const WHOLE_UP_TO = 200;

const numbersOf = ({ incidents }: DraftFacts): string[] => [
  ...new Set(incidents.filter(({ content }) => content.direction === 'in').map(({ content }) => senderOf(content))),
];

const quotesOf = ({ findings }: Incident): string[] => [
  ...new Set(findings.flatMap(({ passages }) => passages.flatMap(({ quote }) => quote ?? []))),
];

/** Own words stand in it only where the user wants them: they may admit a debt or promise something. */
function eventOf(incident: Incident, at: number, { verbatim, parts }: DraftFile): string {
  const { content, hasFiles, quotesOwn } = incident;
  const head = `${at + 1}. ${whenOf(content)}，`;
  if (content.kind === 'call') {
    const answered = content.call ? (content.call.answered ? '接通' : '未接通') : '是否接通没有记录';
    const seconds = content.call?.seconds === undefined ? '' : `，通话${content.call.seconds}秒`;
    return `${head}${content.direction === 'in' ? '来电' : '去电'}${senderOf(content)}（${answered}${seconds}）${quotesOwn && content.note ? `：${content.note}` : ''}`;
  }
  if (content.direction === 'out') {
    if (quotesOwn) return `${head}我回复${senderOf(content)}：「${content.text}」`;
    return `${head}我回复过${senderOf(content)}${content.stop ? '，要求停止联系' : ''}（内容略）`;
  }
  const quotes = quotesOf(incident);
  const isAttached = hasFiles && parts.includes('attachments');
  const whole = verbatim || !isAttached || content.text.length <= WHOLE_UP_TO || !quotes.length;
  const words = whole
    ? `原文：「${content.text}」`
    : `其中写道：${quotes.map((quote) => `「${quote}」`).join('；')}（全文见附件）`;
  return `${head}号码${senderOf(content)}发来，${words}`;
}

const nightIncidents = ({ incidents }: DraftFacts): number[] =>
  incidents.flatMap(({ content: { at, direction } }, index) => {
    const time = plausible(at);
    return direction === 'in' && time && nightContact(time) ? index + 1 : [];
  });

/** What tells a contract from others, as the draft names it. */
const CONTRACT: readonly (readonly [DraftFact, string])[] = [
  ['contract', '编号'],
  ['loanDay', '日期'],
  ['received', '实际到手'],
  ['claimed', '对方主张'],
];

const PARTS: Record<DraftPart, { readonly heading: string; readonly write: Write }> = {
  who: {
    heading: '反映人',
    write: ({ given: facts, role }) => [
      `姓名：${given(facts, 'name')}，联系电话：${given(facts, 'phone')}。`,
      ...(role === 'not-me' ? ['我不是借款人，也没有提供担保或共同借款。'] : []),
      ...(role === 'family' ? ['对方就他人的借款联系我。'] : []),
      ...(role === 'guarantor-or-co-borrower' ? ['对方以担保人或共同借款人的身份联系我；本材料对此不作确认。'] : []),
    ],
  },
  against: {
    heading: '被反映方',
    write: ({ given: facts }, { facts: asked }) => [
      ...(asked.includes('app') ? [`平台：${given(facts, 'app')}。`] : []),
      `机构：${given(facts, 'lenderName')}${asked.includes('lenderPlace') ? `（注册地：${given(facts, 'lenderPlace')}）` : ''}。`,
      `具体联系我的公司或人员（以对方自称为准，未核实）：${given(facts, 'collector')}。`,
    ],
  },
  numbers: {
    heading: '发送或拨打的号码',
    write: (facts) => [`${numbersOf(facts).join('、') || blank('号码')}。`],
  },
  loan: {
    heading: '涉及的合同（仅供识别，不代表认可其内容或金额）',
    write: ({ given: facts, role }) => {
      const isOutside = role === 'not-me' || role === 'family' || role === 'other';
      // Nobody is asked to fill in a contract that he may never have seen; what he does know of it is kept.
      const known = CONTRACT.filter(([fact]) => !isOutside || facts[fact]?.trim());
      return [
        known.length
          ? `${known.map(([fact, name]) => `${name}：${given(facts, fact)}`).join('；')}。`
          : '我不掌握合同信息。',
      ];
    },
  },
  events: {
    heading: '经过',
    write: ({ incidents }, draft) =>
      incidents.length ? incidents.map((incident, at) => eventOf(incident, at, draft)) : [blank('时间、号码、原话')],
  },
  conduct: {
    heading: '请核查的行为',
    write: (facts) => {
      const lines = conductOf(facts);
      const nights = nightIncidents(facts);
      if (nights.length && facts.nightNotAgreed)
        lines.push(`第${nights.join('、')}项在22:00至次日8:00之间，我没有同意过在这个时间联系。`);
      return lines.length ? lines : [blank('具体是哪种行为')];
    },
  },
  online: { heading: '网上的内容', write: ({ given: facts }) => [`${given(facts, 'online')}。`] },
  others: {
    heading: '被联系的其他人',
    write: ({ given: facts }) => (facts.others?.trim() ? [`${given(facts, 'others')}。`] : []),
  },
  effects: {
    heading: '影响',
    write: ({ given: facts }) => (facts.effects?.trim() ? [`${given(facts, 'effects')}。`] : []),
  },
  uncertain: {
    heading: '尚未核实的内容',
    write: ({ incidents }) => {
      const open = incidents.flatMap(({ findings }) =>
        findings.filter(({ level, readerOnly }) => level === 'verify' || readerOnly),
      );
      return [
        '对方的真实身份和委托关系我没有能力核实，以主管部门查明为准。',
        ...[...new Set(open.map(({ title }) => title.zh))].map((title) => `「${title}」一项我不能确定，仅供核查。`),
      ];
    },
  },
  request: {
    heading: '请求',
    write: ({ requests }, draft) => {
      const chosen = draft.requests.filter(({ id }) => requests.includes(id));
      return chosen.length ? chosen.map(({ text }, at) => `${at + 1}. ${text}`) : [blank('希望怎样处理')];
    },
  },
  earlier: {
    heading: '此前的投诉',
    write: ({ earlier }) =>
      earlier.map(
        ({ day, office, ticket, answer }) =>
          `${day}，${office}，编号${ticket || blank('编号')}，${answer ? `答复：${answer}` : '尚无答复'}。`,
      ),
  },
  attachments: {
    heading: '附件',
    write: ({ attachments }) => attachments.map((name, at) => `${at + 1}. ${name}`),
  },
  truth: {
    heading: '说明',
    write: () => [
      '以上为我或我代为整理的人收到、经历的内容，引用的文字为原文，所附为副本，原件另行保存。本材料只反映催收方式，不表示承认任何债务或金额，也不是付款承诺。',
    ],
  },
};

/** The lines above the parts. */
export const HEADINGS: ReadonlySet<string> = new Set(Object.values(PARTS).map(({ heading }) => heading));

/** One line for each kind of conduct: which items, which words, which article to compare. Crimes are left to the office. */
function conductOf({ incidents }: DraftFacts): string[] {
  const kinds = new Map<string, { items: Set<number>; quotes: Set<string>; article: string }>();
  incidents.forEach(({ findings }, at) => {
    for (const { category, title, passages, law } of findings) {
      const name = (category ?? title).zh;
      const kind = kinds.get(name) ?? { items: new Set(), quotes: new Set(), article: '' };
      kind.items.add(at + 1);
      for (const { quote } of passages) if (quote !== undefined) kind.quotes.add(quote);
      const [first] = law.filter(({ explains }) => !explains);
      kind.article ||= first ? toExamine(first) : '';
      kinds.set(name, kind);
    }
  });
  return [...kinds].map(([name, { items, quotes, article }]) => {
    const words = [...quotes].map((quote) => `「${quote}」`).join('');
    return `第${[...items].join('、')}项可能属于“${name}”${words ? `：${words}` : ''}${article ? `。请核查${article}` : ''}。`;
  });
}

/** Writes one part; a part with nothing to say gives no lines. */
export function writePart(part: DraftPart, facts: DraftFacts, draft: DraftFile): Section {
  const { heading, write } = PARTS[part];
  return { part, heading, lines: write(facts, draft) };
}
