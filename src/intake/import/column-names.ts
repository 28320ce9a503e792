/** What the columns of tables are called, by those who write tables: phones, carriers, programs that save chats. */
import type { Field } from './columns';

/** Folded as {@link fold} does; earlier ones win. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: words(
    '短信内容 消息内容 信息内容 聊天内容 内容 正文 短信正文 短信详情 短消息内容 短消息 短信 消息 信息 文本 原文 body messagebody messagetext text content message sms strcontent',
  ),
  at: words(
    '时间 日期时间 时间日期 收发时间 短信时间 消息时间 接收时间 收到时间 发送时间 通话起始时间 起始时间 通话开始时间 开始时间 呼叫时间 通信时间 拨打时间 起始日期时间 日期 通话日期 receivedat datetime timestamp date time sentat received starttime readabledate strtime createtime',
  ),
  clock: words('时刻 通话时刻 起始时间 开始时间 通话起始时间 通话开始时间 时间 time clock 通话时间'),
  sender: words(
    '对方号码 对端号码 通信号码 发送号码 发件号码 来电号码 手机号码 电话号码 联系电话 号码 手机号 电话 手机 发件人号码 发送人号码 发送方 发件人 发送人 发信人 发送者 对方 address number phonenumber phone sender from caller',
  ),
  name: words('联系人 联系人姓名 姓名 对方姓名 名称 昵称 备注名 对方名称 contactname contact name nickname'),
  direction: words(
    '收发类型 收发 方向 短信类型 消息类型 呼叫类型 通话类型 主被叫 主叫被叫 呼叫方式 通信方式 通话方式 信箱 短信箱 文件夹 类型 状态 type direction calltype box msgbox folder kind status',
  ),
  duration: words('通话时长 通信时长 通话时间长度 时长 通话时间 持续时间 通话秒数 duration callduration length'),
};

/** Whether the keeper sent it, as 1 or 0: the other way round than the numbers of Android, where 1 is received. */
const SENT_FLAGS = words('是否发送 是否发出 是否本人 是否自己发送 issender issend issent isfromme fromme isself');

function words(list: string): string[] {
  return list.split(' ');
}

/** A header without case, blanks, units in brackets and marks: 「通话时长（秒）」 is 「通话时长」. */
export function fold(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a column by its name says 1 for what the keeper sent. */
export const isSentFlag = (header: string): boolean => SENT_FLAGS.includes(fold(header));
