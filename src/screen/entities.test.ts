import { describe, expect, it } from 'vitest';
import { tables } from './decoded';
import { findEntities } from './entities';
import { normalize } from './normalize';

/** As the pipeline does: entities are read from normalized text. */
const found = (written: string) => {
  const { text } = normalize(written, tables);
  return findEntities(text).map(({ term, start, end }) => `${term} ${text.slice(start, end)}`);
};

describe('entities', () => {
  it.each([
    ['应还1,286.40元', '$money 1,286.40元'],
    ['欠了三千块', '$money 三千块'],
    ['拨打13800138000', '$phone 13800138000'],
    ['拨打138xxxx8000', '$phone 138xxxx8000'],
    ['客服4001234567', '$phone 4001234567'],
    ['身份证33010219900101123x', '$id 33010219900101123x'],
    ['点 http://a.example.com/p?x=1 还款', '$url http://a.example.com/p?x=1'],
    ['登录pay.top/abc', '$url pay.top/abc'],
    ['你家住8栋502', '$address 8栋'],
    ['浙a12345的车', '$plate 浙a12345'],
    ['晚上22：30之前', '$clock 22:30'],
    ['晚上10:00一到', '$clock 10:00'],
    ['身份证410101199001011234，13812345678', '$id 410101199001011234'],
    ['身份证410101199001011234,13812345678', '$phone 13812345678'],
    ['明早八点', '$clock 八点'],
  ])('%s', (text, expected) => expect(found(text)).toContain(expected));

  it.each([
    ['他是一个好人', '$money'],
    ['订单12345678901234', '$phone'],
    ['版本1.2.3', '$url'],
    ['京东快递', '$plate'],
    ['比分3:2', '$clock'],
  ])('%s has no %s', (text, term) => expect(found(text).join()).not.toContain(term));
});
