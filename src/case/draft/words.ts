/** Small words of a draft: blanks, dates, senders, citations. */
import type { Article } from '../../knowledge/compiled';
import type { DraftFact } from '../../knowledge/draft-schema';
import { plausible } from '../times';
import type { Content } from '../types';

const ASKED: Record<DraftFact, string> = {
  name: '姓名',
  phone: '联系电话',
  lenderName: '合同上的机构全称',
  lenderPlace: '机构注册地',
  collector: '催收公司或人员自称的名称、姓名',
  contract: '合同或借据编号',
  loanDay: '借款日期',
  received: '实际到手金额',
  claimed: '对方主张的金额',
  others: '还联系了谁、何时、说了什么',
  effects: '造成了什么影响',
  online: '网址、账号、发布时间',
  app: '平台或App名称、网址',
};

/** Marks what is missing, so that it is seen before the text is sent. */
export const blank = (what: string): string => `【请填写：${what}】`;
export const BLANK = /【请填写：[^】]+】/g;

/** What the user gave, on one line; else a blank that names it. */
export function given(facts: Partial<Record<DraftFact, string>>, key: DraftFact): string {
  return facts[key]?.trim().replace(/\s+/g, ' ') || blank(ASKED[key]);
}

/** 「2026年1月3日22:10」 in China Standard Time, or the day alone; a blank where nothing is known. */
export function whenOf({ at }: Pick<Content, 'at'>): string {
  const time = plausible(at);
  if (!time) return blank('时间');
  const { day, minutes } = time;
  const [year, month, date] = day.split('-').map(Number);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = minutes === undefined ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${year}年${month}月${date}日${clock}`;
}

export const senderOf = ({ sender }: Pick<Content, 'sender'>): string => sender?.trim() || blank('号码');

/** Names an article and what kind of text it is, and leaves the judgement to the office that reads it. */
export function toExamine({ instrument, article, kind }: Article): string {
  const name = `《${instrument.replace(/[《》]/g, '')}》${article ?? ''}`;
  if (kind === 'standard') return `是否符合${name}（推荐性国家标准）`;
  if (kind === 'self-regulatory') return `是否符合${name}（行业自律规范）`;
  return `是否违反${name}`;
}
