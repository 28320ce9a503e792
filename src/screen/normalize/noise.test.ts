import { describe, expect, it } from 'vitest';
import { tables } from '../decoded';
import { normalize } from '../normalize';

const folded = (text: string): string => normalize(text, tables).text;

describe('a message strewn with marks', () => {
  it.each([
    ['再(不)还【钱】就通「知」你的{家}人', '再不还钱就通知你的家人'],
    ['（明）天<上>门，叫《你》全家[都]看', '明天上门，叫你全家都看'],
    ['再+不还、钱我*们明_天就-去你家', '再不还钱我们明天就去你家'],
    ['你,欠的.钱还#不还、要不/要脸', '你欠的钱还不还要不要脸'],
  ])('%s', (written, meant) => expect(folded(written)).toBe(meant));
});

describe('marks that mean something stay', () => {
  it.each([
    '张某（男）、李某（女）到庭',
    '【某某银行】您好，请到网点办理',
    '[强][强][强]谢谢',
    '请选（一）或（二）或（三）办理',
    '衣服、鞋子、帽子、裤子、袜子',
    '住房/汽车贷款，楼号+房号，阿里木·买买提',
  ])('%s', (text) => expect(folded(text)).toBe(text));
});
