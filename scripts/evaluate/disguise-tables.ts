/** What stands for what in a disguise. Made apart from the lists that the screening undoes disguises with. */

const pairs = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => {
        const [meant, ...written] = [...pair];
        return [meant as string, written.join('')];
      }),
  );

/** Put between two characters. */
export const INSERTED = ['.', '*', '-', '/', '|', '_', '~', '+', '·', '^', '#', ',', '、', '☆', '●'];

/** Characters that take no room. */
export const ZERO_WIDTH = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];

/** Around a character, which stands for `_`. */
export const BRACKETS = ['(_)', '（_）', '[_]', '【_】', '「_」', '{_}', '<_>', '《_》', '〔_〕'];

/** A character and another that the eye takes for it. */
export const LOOK_ALIKES = pairs(`
  催摧 收攻 债绩 款歀 贷货 还坏 钱线 法珐 院浣 律津 师帅 起赶 诉拆 告吿 执挚 行衍 强強 制刷 立产 案桉 公厶 安桉
  警謦 察檫 检捡 查査 逮埭 捕铺 拘枸 留溜 判叛 刑形 牢宰 监盐 狱嶽 坐座 抓扒 通诵 讯汛 录绿 电甴 话活 联聅 系糸
  亲新 属嘱 朋棚 友犮 同冋 事亊 单単 位住 家冢 人入 村树 群郡 发友 曝爆 光灮 照昭 片爿 身射 份忿 证怔 地坨 址扯
  逾揄 期欺 欠欤 失矢 信佶 老考 赖籁 门闩 上丄 泼拨 油汕 漆膝 死夗 打扌丁 砍欣 杀刹 弄弃 破坡 烧绕 车东 房户方
  孩骇 子孑 父夂 母毌 妈玛 爸笆 妻萋 学孚 校狡 老耂 转砖 账帐 户卢 卡咔 号呺 微徽 付拊 费赀 冻栋 结洁 解觧 封葑
  传伝 票漂 开幵 庭挺 限垠 令今 天夭 未末 己已 日曰 土士 王玉 力刀 干千 大太 小少 不丕 你伱 我峩 他仡 们扪 来耒
`);

/** A character and the pieces it is written in. */
export const SPLITS = pairs(`
  催亻崔 收丩攵 债亻责 欠⺈人 款士示欠 贷代贝 还辶不 钱钅戋 法氵去 院阝完 律彳聿 诉讠斥 讼讠公 执扌丸 行彳亍 强弓虽
  判半刂 刑开刂 狱犭言犬 拘扌句 捕扌甫 抓扌爪 逮辶隶 检木佥 案安木 证讠正 讯讠卂 通辶甬 话讠舌 联耳关 朋月月 位亻立
  群君羊 村木寸 妈女马 爸父巴 孩子亥 址土止 份亻分 信亻言 逾辶俞 期其月 赖束负 泼氵发 油氵由 漆氵桼 砍石欠 杀乂木
  打扌丁 破石皮 烧火尧 转车专 账贝长 付亻寸 费弗贝 冻冫东 结纟吉 封圭寸 传亻专 限阝艮 罚罒讠刂 骗马扁 诈讠乍 骂口口马
  你亻尔 他亻也 她女也 们亻门 说讠兑 请讠青 让讠上 知矢口 道辶首 找扌戈 把扌巴 找扌戈 给纟合 到至刂 时日寸 明日月 好女子
  现王见 接扌妾 绝纟色 拖扌㐌 逃辶兆 躲身朵 赔贝咅 偿亻尝 缴纟敫 扣扌口 划戈刂 拨扌发 拿合手 拉扌立 堵土者 访讠方 验马佥
`);

/** A character and the picture or figure that stands for it. */
export const SYMBOLS = pairs(`
  钱💰 款💵 死💀 杀🔪 刀🔪 家🏠 房🏠 车🚗 门🚪 电⚡ 信✉️ 手✋ 人👤 孩👶 爸👨 妈👩 父👨 母👩 警👮 狗🐶 猪🐷 火🔥 血🩸 心❤️
  头🗣️ 眼👀 吃🍴 水💧 日☀️ 月🌙 山⛰️ 花🌸 鬼👻 炸💣 笑😄 哭😭 怒😡 看👀 听👂 锁🔒 照📷 书📖 笔✏️ 铃🔔 票🎫 学🎓
  一1 二2 三3 四4 是4 五5 我5 六6 溜6 七7 起7 妻7 期7 八8 发8 不8 法8 九9 就9 久9 零0 伞3 散3 要1
`);

/** What ordinary service messages end with; it hides nothing, yet may make a threat sound like one of them. */
export const CLOSING_LINES = [
  '退订回T',
  '拒收请回复R',
  '如有疑问请致电客服',
  '请谨防诈骗',
  '感谢您的理解与支持',
  '请保持手机畅通',
  '如已还款请忽略此短信',
  '祝您生活愉快',
  '收到请回复',
  '详询门店',
  '顺祝商祺',
  '特此告知',
];
