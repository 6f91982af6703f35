/** The words for each basic colour; the first word of a line is the value. Shades meet at their basic colour. */
const CHINESE: Readonly<Record<string, string>> = {
  black: '黑色 玄色 纯黑 墨黑 炭黑 哑光黑 曜石黑 深黑',
  white: '白色 纯白 亮白 雪白色 云白',
  'off-white': '米白 米白色 奶白 奶白色 乳白 乳白色 象牙白 本白 奶油白 奶油色 珍珠白',
  beige: '米色 杏色 米黄 米杏 奶杏 燕麦色 裸色 米黄色 奶茶色',
  grey: '灰色 深灰 浅灰 云灰 烟灰 银灰 炭灰 高级灰 麻灰 花灰 浅灰色 深灰色 太空灰',
  red: '红色 大红 大红色 正红 朱红 砖红 砖红色 枣红 枣红色 中国红 橘红 橘红色 绛红',
  burgundy: '酒红 酒红色',
  pink: '粉色 粉红 粉红色 浅粉 樱粉 樱花粉 藕粉色 裸粉 玫红 玫红色 玫粉 蜜桃粉 脏粉 莫兰迪粉 豆沙色 嫩粉',
  orange: '橙色 橘色 橘黄 橘黄色 橙红',
  yellow: '黄色 鹅黄 鹅黄色 明黄 姜黄 姜黄色 柠檬黄 嫩黄 浅黄',
  green:
    '绿色 墨绿 墨绿色 军绿 军绿色 豆绿 豆绿色 薄荷绿 浅绿 深绿 果绿 草绿 橄榄绿 牛油果绿 鼠尾草绿 抹茶绿 抹茶色 青绿',
  blue: '蓝色 天蓝 天蓝色 浅蓝 浅蓝色 淡蓝 湖蓝 宝蓝 宝蓝色 深蓝 深蓝色 雾蓝 雾霾蓝 牛仔蓝 克莱因蓝 冰蓝 孔雀蓝',
  navy: '藏青 藏青色 藏蓝 藏蓝色 海军蓝',
  purple: '紫色 浅紫 深紫 香芋紫 薰衣草紫 紫红 紫红色 浅丁香 香芋色',
  brown: '棕色 褐色 咖啡色 咖色 焦糖色 焦糖棕 深棕 浅棕 奶咖 奶咖色 巧克力色 茶色',
  camel: '驼色 浅驼 深驼',
  khaki: '卡其 卡其色 浅卡其 深卡其',
  gold: '金色 香槟金 玫瑰金 香槟色',
  silver: '银色 银白 银白色',
}

const ENGLISH: Readonly<Record<string, string>> = {
  black: 'black',
  white: 'white',
  'off-white': 'off-white|off white|ivory|cream white|cream colour|cream color',
  beige: 'beige|apricot|oatmeal',
  grey: 'grey|gray|charcoal|dark grey|dark gray|light grey|light gray',
  red: 'red|brick red|dark red|scarlet|crimson',
  burgundy: 'burgundy|wine red|maroon',
  pink: 'pink|hot pink|light pink|dusty pink',
  orange: 'orange',
  yellow: 'yellow|mustard',
  green: 'green|dark green|light green|olive|olive green|mint green|forest green|sage green|army green',
  blue: 'blue|light blue|dark blue|sky blue|royal blue|baby blue',
  navy: 'navy|navy blue|navy-blue',
  purple: 'purple|lilac|lavender',
  brown: 'brown|dark brown|light brown',
  camel: 'camel',
  khaki: 'khaki',
  gold: 'gold|golden|rose gold',
  silver: 'silver',
}

/** A single character is a colour only in company: 黑的, 白款, 黑和白. 青 and 金 are too many other things. */
export const SINGLE_COLORS: Readonly<Record<string, string>> = {
  黑: 'black',
  白: 'white',
  灰: 'grey',
  红: 'red',
  粉: 'pink',
  黄: 'yellow',
  绿: 'green',
  蓝: 'blue',
  紫: 'purple',
  棕: 'brown',
  橙: 'orange',
}

export function listColorNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [color, words] of Object.entries(CHINESE)) for (const word of words.split(' ')) names.set(word, color)
  for (const [color, words] of Object.entries(ENGLISH)) for (const word of words.split('|')) names.set(word, color)
  return names
}
