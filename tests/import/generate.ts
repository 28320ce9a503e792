/**
 * `npx tsx tests/import/generate.ts FILE COUNT`: an SMS backup with COUNT invented messages, the same for the same count.
 * Nineteen of twenty are everyday: friends, codes, parcels, a bank's bills; the rest come from three collectors.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { randomFrom } from '../../scripts/evaluate/random';

interface Voice {
  readonly address: string;
  readonly name?: string;
  readonly lines: readonly string[];
}

/** Senders that the inbox must find. */
export const COLLECTORS: readonly Voice[] = [
  {
    address: '10690000123456',
    lines: [
      '【云桥消金】您的借款已逾期#天，请今天18:00前还款，否则我司将联系您的家人和单位。',
      '【云桥消金】逾期#天仍未处理，已安排外访人员，后果自负。',
      '【云桥消金】本期应还#元已逾期，请尽快还款，以免影响征信。',
    ],
  },
  {
    address: '+86 131 0000 7788',
    lines: [
      '欠款#元今天不还，我就把你的借款告诉你通讯录里每一个人。',
      '还不接电话是吧，明天带人去你单位，让同事都知道你欠钱不还。',
      '最后通知：再不还款，今晚就让法院来抓你坐牢。编号#',
    ],
  },
  {
    address: '95000111',
    lines: [
      '您尾号#的账户逾期未还，我司将依法提起诉讼，请及时结清欠款。',
      '您的分期已逾期#天，请于今日还清，详询客服。',
    ],
  },
];

const SERVICES: readonly Voice[] = [
  { address: '10690000555', lines: ['【速运】您的快递已到小区南门柜子，取件码#-2026，请及时领取。'] },
  { address: '10690000666', lines: ['【小书店】验证码#，五分钟内有效，请勿告诉他人。'] },
  { address: '95588', lines: ['【云桥银行】您尾号#的储蓄卡今天支出12.50元，余额请登录查看。'] },
  { address: '10086', lines: ['您本月已用流量#MB，回复 CXLL 查询详情。'] },
];

const FRIENDS = ['妈妈', '老周', '小林', '房东阿姨', '同事小赵', '表哥', '物业', '健身教练'];
const CHAT = [
  '晚上几点到家？我炖了汤，等你第#个来。',
  '周末爬山去不去，我们已经#个人了😀',
  '上次借你的#块钱先还你，微信转了，谢谢啊！',
  '群里发的照片第#张拍得真好。\n你看了没？',
  '明天会议改到#点，别迟到。',
  '你欠我一顿饭，记着呢，哈哈 #',
  '下个月房租照旧，水电一共#元。',
  '生日快乐！礼物在路上，单号#',
];

const friends: readonly Voice[] = FRIENDS.map((name, at) => ({ address: `1380000${1000 + at}`, name, lines: CHAT }));

export interface Generated {
  /** All messages; no two came in the same second. */
  readonly messages: number;
  readonly incoming: number;
  /** Incoming messages of {@link COLLECTORS}. */
  readonly collecting: number;
}

/** Writes the file piece by piece. */
export async function generateBackup(path: string, count: number): Promise<Generated> {
  const random = randomFrom(`backup-${count}`);
  const file = createWriteStream(path);
  let [incoming, collecting] = [0, 0];
  const start = Date.UTC(2025, 0, 1);
  file.write(`<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${count}">\n`);
  for (let at = 0; at < count; at++) {
    const share = random();
    const voices = share < 0.05 ? COLLECTORS : share < 0.35 ? SERVICES : friends;
    const voice = pick(voices, random);
    const out = voices === friends && random() < 0.4;
    if (!out) incoming++;
    if (voices === COLLECTORS) collecting++;
    const body = pick(voice.lines, random).replace('#', String(at));
    const date = start + Math.floor((at / count) * 31_536_000_000) + Math.floor(random() * 1000);
    const line = `  <sms protocol="0" address="${voice.address}" date="${date}" type="${out ? 2 : 1}" subject="null" body="${attribute(body)}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" readable_date="" contact_name="${voice.name ?? '(Unknown)'}" />\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end('</smses>\n');
  await once(file, 'close');
  return { messages: count, incoming, collecting };
}

/** As the app writes it: line ends and every half of a character beyond U+FFFF as references. */
export function attribute(text: string): string {
  return text.replace(/[&<>"\s\ud800-\udfff]/g, (unit) => (unit === ' ' ? unit : `&#${unit.charCodeAt(0)};`));
}

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path, count] = process.argv.slice(2);
  if (!path || !Number(count)) throw new Error('FILE COUNT');
  console.log(await generateBackup(path, Number(count)));
}
