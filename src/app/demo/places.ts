import type { Chance } from './chance.ts'

/** A city to which parcels go, with its parcels' way from Hangzhou. */
export interface Place {
  /** As an address begins: 湖北省武汉市. */
  readonly region: string
  /** As parcels name it: 武汉市. */
  readonly city: string
  readonly hub: string
  /** A transfer centre on the way, where it is far. */
  readonly via?: string
  /** Days on the road. */
  readonly days: 1 | 2 | 3
  readonly districts: readonly [string, ...string[]]
}

/** Region, transfer centre, days on the road, where it passes through, districts. */
const TABLE = `
浙江省杭州市|杭州|1||西湖区 余杭区 滨江区 拱墅区
浙江省宁波市|宁波|1||鄞州区 海曙区
浙江省金华市|金华|1||婺城区 金东区
上海市|上海|1||浦东新区 徐汇区 杨浦区 闵行区 静安区
江苏省南京市|南京|1||鼓楼区 建邺区 江宁区
江苏省苏州市|苏州|1||姑苏区 吴中区 虎丘区
江苏省无锡市|无锡|1||梁溪区 滨湖区
江苏省南通市|南通|1||崇川区 通州区
安徽省合肥市|合肥|1||蜀山区 包河区
福建省厦门市|厦门|2||思明区 湖里区
福建省福州市|福州|2||鼓楼区 仓山区
江西省南昌市|南昌|2||红谷滩区 青山湖区
湖北省武汉市|武汉|2||武昌区 洪山区 江汉区
湖南省长沙市|长沙|2||岳麓区 雨花区
广东省广州市|广州|2||天河区 海珠区 番禺区
广东省深圳市|深圳|2||南山区 福田区 龙岗区
广东省佛山市|佛山|2||禅城区 南海区
河南省郑州市|郑州|2||金水区 二七区
山东省济南市|济南|2||历下区 市中区
山东省青岛市|青岛|2||市南区 崂山区
河北省石家庄市|石家庄|2||长安区 裕华区
山西省太原市|太原|2||小店区 迎泽区
北京市|北京|2|天津|朝阳区 海淀区 丰台区 通州区
天津市|天津|2||南开区 和平区
陕西省西安市|西安|3|郑州|雁塔区 碑林区
四川省成都市|成都|3|武汉|武侯区 锦江区 青羊区
重庆市|重庆|3|武汉|渝北区 沙坪坝区
云南省昆明市|昆明|3|长沙|盘龙区 官渡区
贵州省贵阳市|贵阳|3|长沙|南明区 云岩区
广西壮族自治区南宁市|南宁|3|广州|青秀区 西乡塘区
辽宁省沈阳市|沈阳|3|天津|和平区 浑南区
辽宁省大连市|大连|3|天津|中山区 沙河口区
吉林省长春市|长春|3|沈阳|朝阳区 南关区
黑龙江省哈尔滨市|哈尔滨|3|沈阳|南岗区 道里区`

const PLACES = TABLE.trim().split('\n').map(toPlace)

function toPlace(line: string): Place {
  const [region = '', hub = '', days, via, districts = ''] = line.split('|')
  const [first = '', ...others] = districts.split(' ')
  return {
    region,
    hub,
    city: `${hub}市`,
    days: days === '3' ? 3 : days === '2' ? 2 : 1,
    districts: [first, ...others],
    ...(via && { via }),
  }
}

/** Near ones buy more. */
export function drawPlace(chance: Chance): Place {
  return chance.weighted(PLACES, ({ days, districts }) => districts.length / days) ?? toPlace('')
}

export function placeOf(city: string): Place {
  const place = PLACES.find((one) => one.city === city)
  if (!place) throw new Error(`The demo shop sends nothing to ${city}.`)
  return place
}

/** No street or estate of this name is meant: they are made up. */
const STREETS = [
  '青禾路',
  '望潮街',
  '栖云路',
  '听荷巷',
  '枕溪路',
  '拾光街',
  '晴川里',
  '云麓路',
  '南栀路',
  '白榆街',
  '鹿鸣里',
  '松间路',
] as const
export const ESTATES = ['半夏里', '听澜居', '枕溪府', '望舒公寓', '锦瑟苑', '松间小区', '云栖苑', '青禾花园'] as const

export function drawStreet(chance: Chance, estate: string): string {
  const door = `${chance.int(1, 17)}0${chance.int(1, 4)}`
  return `${chance.pick(STREETS)} ${chance.int(6, 398)} 号${estate} ${chance.int(1, 18)} 幢 ${chance.int(1, 3)} 单元 ${door} 室`
}
