/** How the project speaks, over every text in both languages: calm, exact, and never more than is known. */
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../scripts/knowledge/read';
import { knowledge } from '../../src/knowledge';
import { LEVELS } from '../../src/knowledge/vocabulary';
import { stanceOf } from '../../src/ui/result/describe';
import { type OwnText, ownTexts, sentencesOf } from './texts';

const files = readKnowledge();

/** Sentences of all texts that hold `pattern`, leaving out those that `unless` allows. */
function sentencesWith(pattern: RegExp, unless?: RegExp, texts: readonly OwnText[] = ownTexts): string[] {
  return texts.flatMap(({ at, text }) =>
    sentencesOf(text)
      .filter((sentence) => pattern.test(sentence) && !unless?.test(sentence))
      .map((sentence) => `${at}: ${sentence}`),
  );
}

it('looks at every text: rules, law, channels, routes, guide, pages', () => {
  expect(ownTexts.length).toBeGreaterThan(2500);
  for (const part of [
    'src/rules/',
    'src/law/',
    'src/channels/_routing',
    'src/guide/facts',
    'src/guide/pages/',
    'src/ui/texts/',
    'locales/',
  ])
    expect(
      ownTexts.some(({ at }) => at.startsWith(part)),
      part,
    ).toBe(true);
  expect(ownTexts.some(({ text }) => text.includes('写恐吓信'))).toBe(false);
});

describe('a standard or a pact is never called law', () => {
  const soft = ownTexts.filter(({ at }) => {
    const file = files.instruments.find(({ file }) => at.startsWith(file));
    return file && ['standard', 'self-regulatory'].includes(file.data.kind);
  });
  it('in its own cards', () => {
    expect(soft.length).toBeGreaterThan(100);
    expect(
      sentencesWith(/违法|违反法律|非法|illegal|unlawful|against the law|breaks? the law/i, undefined, soft),
    ).toEqual([]);
    const cards = files.instruments.filter(({ data }) => ['standard', 'self-regulatory'].includes(data.kind));
    for (const { data } of cards)
      for (const { id, threshold, notCovered } of data.articles)
        expect(`${threshold.zh}${notCovered?.zh ?? ''}`, id).toMatch(/不是法律/);
  });
  it('wherever one is spoken of', () => {
    expect(
      sentencesWith(
        /(标准|自律|公约|银行业协会|中银协|22:00|晚上十点|\bstandard|self-regulat|guideline|22:00).*(违法|违反法律|illegal|unlawful)|(违法|违反法律|illegal|unlawful).*(标准|自律|公约|22:00|self-regulat|guideline)/i,
        /不等于违法|不是法律|is not law|not unlawful|in itself/,
      ),
    ).toEqual([]);
  });
  it('no clock time but 22:00 to 8:00, and 3 and 6 only of calls', () => {
    expect(
      sentencesWith(
        /(8:00|八点)[^。；]{0,6}(至|到|-|—)[^。；]{0,4}20:00|21:00/,
        /没有根据|is unfounded|no basis|不在其中/,
      ),
    ).toEqual([]);
    expect(
      sentencesWith(
        /(每天|每日|一天|当天)[^。；，]{0,14}(3|6|三|六)次[^。；]*(短信|信息)/,
        /不是短信|不算短信|没有规定/,
      ),
    ).toEqual([]);
  });
});

it('nobody is called fake: at most a sentence says that something does not prove it', () => {
  expect(
    sentencesWith(
      /假的|假冒|是骗子|是骗局|假短信|假传票|\bfake\b|\bscam|\bbogus\b|\bfraudsters?\b/i,
      /不|没|未必|\bnot?\b|never|nor\b|“|「/,
    ),
  ).toEqual([]);
});

it('no outcome is promised', () => {
  expect(
    sentencesWith(
      /保证(能|会|你|对方|成功)|(一定|肯定|必定)(能|会)[^。；]{0,6}(胜|赢|成功|停|删|撤|处罚)|包赢|必胜|we guarantee|guaranteed to|will (certainly|definitely|surely)/i,
      /不保证|不能保证|「|“|not? guarantee|nobody can/i,
    ),
  ).toEqual([]);
});

it('nobody is told that he does not owe', () => {
  expect(
    sentencesWith(
      /你(就|其实|根本|肯定)?(不用还|不必还|无需还|不欠)|you (don['’]t|do not) owe|you owe nothing/i,
      /[「“]/,
    ),
  ).toEqual([]);
});

it('words to copy neither admit the debt nor promise payment nor threaten', () => {
  const copies = [
    ...files.guide.flatMap(({ data }) =>
      data.sections.flatMap(({ copy, id }) => (copy ? [[`${data.id}/${id}`, copy]] : [])),
    ),
    ...files.channels.flatMap(({ data }) => (data.say ? [[data.id, data.say]] : [])),
  ] as [string, { zh: string; en: string }][];
  const drafts = ownTexts.filter(({ at }) => at.startsWith('src/drafts/'));
  expect(copies.length).toBeGreaterThan(25);
  const written = [
    ...copies.flatMap(([at, { zh, en }]) => [
      { at, text: zh },
      { at, text: en },
    ]),
    ...drafts,
  ];
  for (const { at, text } of written) {
    expect(text, at).not.toMatch(
      /我(一定|会|愿意|保证|答应|承诺)?(尽快|马上|下个?月|分期)?(还款|还钱|还清|偿还|归还)|我(确实|承认)?欠|(?<!不表示|不代表|不等于)我承认|先还|不然就/,
    );
    expect(text, at).not.toMatch(
      /\bI (will|shall|promise to|agree to) (re)?pay|\bI owe\b|\bI admit|or else|otherwise I/i,
    );
  }
});

describe('a crime', () => {
  it('stands behind its condition in every card, whatever the level', () => {
    const crimes = Object.values(knowledge.articles).filter(({ crime, explains }) => crime && !explains);
    expect(crimes.length).toBeGreaterThan(15);
    for (const article of crimes)
      for (const level of LEVELS) expect(stanceOf({ level }, article), article.id).toBe('情节严重的，可能涉及');
  });
  it('is never said of the sender without a condition', () => {
    expect(
      sentencesWith(
        /(构成|涉及|涉嫌|触犯|犯了)[^。；，]{0,10}(犯罪|刑法|罪(?![犯名责])|crime)|(is|are|commits?) a crime\b/i,
        /情节严重|不|没有|才|要|先|如果|是否|“|「|needs?|only|not?\b|unless|where/i,
      ),
    ).toEqual([]);
  });
});

describe('what needs a judgment', () => {
  const exceptions = /等(文书)?生效|等生效文书|生效文书|生效法律文书|判决等|判决、裁定|仲裁|支付令|公证|裁判|没有文书/;
  it('names the other documents and orders, too (Chinese)', () => {
    const found = ownTexts.filter(
      ({ language, text }) =>
        language === 'zh' &&
        /没有(法院)?(生效)?的?判决|判决(书)?生效|生效判决|有了判决|要先有判决/.test(text) &&
        !text.endsWith('吗'),
    );
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({ text }) => !exceptions.test(text)).map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });
  it('names the other documents and orders, too (English)', () => {
    const found = ownTexts.filter(
      ({ language, text }) =>
        language === 'en' &&
        /without a judgment|(only after|until|unless|needs?) a judgment|judgment in force/i.test(text),
    );
    expect(found.length).toBeGreaterThan(2);
    const named = /or the like|or ruling|payment order|award|notarised|document in force|or similar|decision/i;
    expect(found.filter(({ text }) => !named.test(text)).map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });
});
