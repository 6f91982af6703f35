import { fork } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../src/config/config.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { crossValidate } from '../src/understanding/confidence/calibration.ts'
import { createEntityReader } from '../src/understanding/entities/entity-reader.ts'
import { toLexicon } from '../src/understanding/features/concepts.ts'
import { readCorpus } from '../src/understanding/features/corpus.ts'
import { createFileCache } from '../src/understanding/file-cache.ts'
import { createRandom, type Random, shuffle } from '../src/understanding/learner/random.ts'
import { toLesson } from '../src/understanding/lesson.ts'
import { createMatcher } from '../src/understanding/matcher.ts'
import type { Model } from '../src/understanding/model.ts'
import { trainModel } from '../src/understanding/train-model.ts'
import type { TrainingSource } from '../src/understanding/training-source.ts'
import { microsSince, readRss } from './resources.ts'

/**
 * What a shop costs as it grows: `npx tsx bench/growth.ts [--intents 100,1000,10000] [--minutes 10] [--profile FOLDER]`.
 * Every topic is a thing and what is asked about it, so the larger a shop, the closer its intents lie together: at 10,000
 * nearly every thing is asked nearly everything. A third of the wordings is English. The out-of-scope lines and the synonyms
 * are the demo shop's. Each size is trained in a process of its own and serves from its model file in another.
 */
const SEED = 20261122
const KNOWN = { zh: 13, en: 7 }
const HELD_OUT = { zh: 3, en: 2 }
const MESSAGES = { measured: 5000, fewest: 2000, warmUp: 3000 }
const KEY = 'shop'
const MESSAGES_FILE = 'messages.json'

/** Things: Chinese names, then English ones. */
const THINGS = `
连衣裙,裙子/dress,frock|T恤,短袖/t-shirt,tee|衬衫,衬衣/shirt,blouse|牛仔裤,仔裤/jeans,denim pants|羽绒服,羽绒衣/down jacket,puffer
毛衣,针织衫/sweater,jumper|卫衣,连帽衫/hoodie,sweatshirt|风衣,长外套/trench coat,long coat|西装,正装/suit,blazer|短裤,五分裤/shorts,short pants
袜子,棉袜/socks,sock pack|内裤,内衣/underwear,briefs|睡衣,家居服/pajamas,sleepwear|泳衣,泳装/swimsuit,bikini|围巾,披肩/scarf,shawl
帽子,鸭舌帽/hat,cap|手套,保暖手套/gloves,mittens|皮带,腰带/belt,leather belt|运动鞋,跑鞋/sneakers,running shoes|高跟鞋,单鞋/heels,pumps
靴子,马丁靴/boots,ankle boots|拖鞋,凉拖/slippers,slides|凉鞋,沙滩鞋/sandals,beach shoes|书包,双肩包/backpack,school bag|行李箱,拉杆箱/suitcase,luggage
钱包,卡包/wallet,card holder|手提包,单肩包/handbag,tote|手表,腕表/watch,wristwatch|项链,吊坠/necklace,pendant|耳环,耳钉/earrings,ear studs
戒指,对戒/ring,couple ring|墨镜,太阳镜/sunglasses,shades|雨伞,遮阳伞/umbrella,parasol|口红,唇釉/lipstick,lip gloss|面膜,贴片面膜/face mask,sheet mask
防晒霜,防晒乳/sunscreen,sun lotion|洗面奶,洁面乳/face wash,cleanser|精华液,小棕瓶/serum,essence|香水,淡香/perfume,cologne|粉底液,气垫/foundation,cushion
洗发水,洗头膏/shampoo,hair wash|沐浴露,沐浴乳/body wash,shower gel|牙刷,电动牙刷/toothbrush,electric toothbrush|吹风机,电吹风/hair dryer,blow dryer|剃须刀,刮胡刀/razor,shaver
手机,智能机/phone,smartphone|手机壳,保护套/phone case,phone cover|充电器,充电头/charger,power adapter|充电宝,移动电源/power bank,portable battery|数据线,充电线/cable,usb cord
耳机,蓝牙耳机/headphones,earbuds|音箱,音响/speaker,soundbar|键盘,机械键盘/keyboard,mechanical keyboard|鼠标,无线鼠标/mouse,wireless mouse|显示器,电脑屏/monitor,screen
笔记本电脑,笔记本/laptop,notebook|平板,平板电脑/tablet,pad|路由器,无线路由/router,wifi router|摄像头,监控/camera,webcam|打印机,复印机/printer,copier
电视,电视机/television,tv|冰箱,冷柜/fridge,freezer|洗衣机,滚筒洗衣机/washing machine,washer|空调,挂机/air conditioner,aircon|电风扇,落地扇/fan,standing fan
加湿器,喷雾器/humidifier,mist maker|吸尘器,扫地机/vacuum,robot cleaner|电饭煲,电饭锅/rice cooker,electric cooker|微波炉,光波炉/microwave,microwave oven|空气炸锅,炸锅/air fryer,fryer
烤箱,电烤箱/oven,toaster oven|热水壶,烧水壶/kettle,electric kettle|榨汁机,果汁机/juicer,blender|炒锅,铁锅/wok,frying pan|菜刀,刀具/kitchen knife,chef knife
保温杯,水杯/thermos,flask|碗,餐具/bowl,tableware|筷子,公筷/chopsticks,chopstick set|床单,四件套/bed sheet,bedding set|枕头,乳胶枕/pillow,latex pillow
被子,羽绒被/quilt,duvet|床垫,弹簧床垫/mattress,spring mattress|沙发,布艺沙发/sofa,couch|书桌,写字台/desk,writing table|椅子,电脑椅/chair,office chair
衣柜,大衣橱/wardrobe,closet|书架,置物架/bookshelf,rack|台灯,护眼灯/desk lamp,reading light|窗帘,遮光帘/curtains,blinds|地毯,地垫/carpet,rug
茶叶,龙井/tea,green tea|咖啡豆,咖啡/coffee beans,coffee|坚果,零食礼包/nuts,snack box|牛奶,纯牛奶/milk,whole milk|大米,五常大米/rice,jasmine rice
猫粮,主食罐/cat food,cat cans|狗粮,犬粮/dog food,dog kibble|猫砂,豆腐砂/cat litter,tofu litter|奶粉,婴儿奶粉/baby formula,milk powder|纸尿裤,尿不湿/diapers,nappies
积木,拼装玩具/building blocks,toy bricks|毛绒玩具,公仔/plush toy,stuffed bear|婴儿车,推车/stroller,pram|瑜伽垫,健身垫/yoga mat,exercise mat|自行车,单车/bicycle,bike`

/** What is asked about them: Chinese phrasings, then English ones. */
const ASPECTS = `
会掉色吗,洗了褪色,颜色跑掉了,染到别的东西上/does it fade,the colour ran in the wash,it lost its dye|什么材质,用什么做的,原料是啥,成分有哪些/what is it made of,which material is it,what does it contain|有多重,分量沉不沉,几斤几两,拎着累不累/how heavy is it,what does it weigh,is it light to carry
多大尺寸,长宽高多少,占多少地方,量一下有几厘米/what are the dimensions,how big is it,measurements please|有别的颜色吗,还有啥色可以选,能换个色吗,黑的有没有/other colours available,do you have it in black,which shades are there
什么时候补货,断货多久了,卖完了还来吗,几号再上架/when is it back in stock,it is sold out,will you restock|现货还是预售,库里有货没,拍下能马上有吗,要等订做吗/is it in stock,is this a pre-order,do you have it on hand|多少钱,什么价位,卖几块,报个价/how much is it,what is the price,cost please
能便宜点吗,打个折呗,价格能商量不,少收点行不行/can you lower the price,any discount,give me a better deal|买贵了能退差价吗,刚买就降价,保不保价,差额补给我/price dropped after i paid,price protection,refund the difference
有优惠券吗,券在哪领,能不能用满减,发张抵扣券/any coupon,where do i get a voucher,promo code please|券用不上,提示不满足条件,红包抵不了,优惠没生效/coupon does not work,code was rejected,discount not applied|什么时候发货,几天能寄出,还没发出来,仓库啥时候打包/when will it ship,not dispatched yet,how soon do you send it
几天能到,路上要多久,周末前收得到吗,到货得多长时间/how long is delivery,will it arrive by the weekend,days in transit|物流不动了,快递卡在中转站,好几天没更新,包裹停住了/tracking is stuck,parcel has not moved,no courier update
显示签收没收到,谁签的字,快递说送了我没见着,包裹丢了吧/marked delivered but nothing here,parcel is lost,never received it|用什么快递,能指定顺丰吗,走哪家物流,邮政发行不行/which courier do you use,can you send by fedex,choose the carrier
包邮吗,运费多少,邮费谁出,寄过来要钱不/is shipping free,delivery fee,who pays postage|能寄到国外吗,海外发不发,港澳台送吗,跨境怎么运/do you ship abroad,international delivery,send it overseas|偏远地区送吗,新疆发不发,西藏能到不,村里派送吗/deliver to remote areas,rural address possible,do you serve islands
送货上门吗,帮搬上楼不,没电梯能抬吗,只放驿站怎么办/is it brought to my door,carry it upstairs,no lift in my house|地址填错了,改下收货地方,换个人收,电话写错帮改/wrong address,change where it goes,update the recipient
想取消,不要了别发,撤销这单,拍错了退掉订单/cancel it,do not send it i changed my mind,ordered by mistake|怎么退货,不想要了退回去,申请退,寄回给你们/how do i return it,send it back,return request|七天无理由吗,拆了还能退不,用过能退吗,退的条件是啥/return policy,can i return it once opened,is there a trial period
退货运费谁付,寄回的邮费,有运费险没,来回快递费算谁的/who pays return postage,return label,is return shipping covered|退款多久到账,钱还没退,退的钱去哪了,款项啥时候回来/when do i get my money back,refund not received,refund time
只退款行吗,不退货光退钱,部分退款,补偿点钱我留着/refund without return,partial refund,keep it and get some money back|能换货吗,换一个新的,给我调换,重新发个好的/can i exchange it,swap for a new one,send a replacement|尺码小了换大的,穿着紧,偏小了,码数买错/too small need larger,too tight,wrong size swap it
太大了换小的,松松垮垮,偏大了,大了一圈/too big need smaller,too loose,one size down|怎么选码,我该买几号,身高体重穿多大,尺码表呢/which size should i get,size chart,what size for my height|发错了,不是我买的那个,货不对板,寄来的是别的/you sent the wrong one,not what i ordered,different item in the box
少发了,数量不对,漏了一件,配件没给全/one is missing,quantity is short,parts were left out|坏的,收到就不能用,开箱就有毛病,是个次品/arrived broken,dead on arrival,it is defective|破损了,运输摔裂了,外面压烂,磕出一道口子/damaged in transit,cracked box and item,it is dented
有划痕,表面刮花了,一道道印子,磨损明显/there are scratches,surface is scuffed,marks all over|脏的,有污渍,上面一块黑印,像被人用过/it is dirty,there is a stain,looks used|有异味,味道刺鼻,一股怪味,臭得受不了/smells bad,strong odour,stinks of chemicals
开线了,缝合处裂开,线头好多,脱胶了/seams came apart,glue came off,loose threads everywhere|和图片不一样,色差太大,实物差远了,照片骗人/does not match the photos,colour differs from picture,looks nothing like it
是正品吗,会不会是假的,怎么验真伪,有授权没/is it genuine,could it be fake,how to verify authenticity|产地哪里,哪国生产,国产还是进口,工厂在什么地方/where is it made,country of origin,is it imported|什么牌子,哪个品牌,厂家是谁,是不是贴牌/which brand,who is the manufacturer,is it your own label
保修多久,质保几年,有没有三包,保修卡在哪/how long is the warranty,guarantee period,warranty card|怎么维修,坏了找谁修,有维修点吗,能上门修不/how to get it repaired,where is the service point,send a technician
维修要收费吗,过保修一次多少,换零件贵不,修理价钱/what does repair cost,out of warranty fee,price of fixing|有配件卖吗,单独买零件,替换装有没,哪里配一个/spare parts,buy a replacement part,sell accessories separately|怎么安装,不会装,有安装教程吗,师傅上门装不/how do i install it,assembly guide,can someone set it up
怎么用,操作看不懂,有使用说明不,第一次用要注意啥/how do i use it,instructions please,where is the manual|说明书丢了,电子版说明发我,只有外文看不了,补一份手册/lost the manual,pdf of the guide,manual in my language|怎么清洗,能机洗吗,可以水洗不,脏了咋弄干净/how do i clean it,machine washable,can it be washed
怎么保养,平时如何护理,多久打理一次,要不要上油/how to care for it,maintenance tips,keep it in good shape|会缩水吗,洗完变小,变形不,下水后走样/will it shrink,got smaller after washing,lost its shape|起球吗,掉毛严重,掉渣,老往下落屑/does it pill,sheds a lot,bits keep falling off
防水吗,淋雨有事没,进水了怎么办,能泡水不/is it waterproof,ok in the rain,water got inside|过敏怎么办,会刺激皮肤吗,起疹子了,敏感人群能用不/i am allergic to it,irritates my skin,safe for sensitive people|孕妇能用吗,怀孕可以不,哺乳期安全吗,备孕影响大不/safe in pregnancy,ok for nursing mothers,expecting can i use it
小孩能用吗,几岁适合,宝宝安全不,儿童款有没/suitable for kids,what age is it for,child safe|老人能用吗,给爸妈方便不,长辈用合适吗,操作对老年人难不难/good for elderly people,easy for grandparents,senior friendly|男女都能用吗,男生合适不,女款还是男款,分不分性别/unisex,is it for men,women version
有没有毒,甲醛超标吗,环保不,有检测报告没/is it toxic,formaldehyde test report,eco friendly|保质期多久,快过期了,生产日期哪天,放到什么时候/expiry date,how fresh is it,when was it produced|怎么保存,要不要冷藏,放哪里好,受潮怎么防/how to store it,keep it cool,avoid moisture
耗电吗,一天几度电,功率多大,费不费电/power consumption,how many watts,energy use|电池能用多久,续航怎么样,充一次撑几天,没电太快/battery life,runs out too quickly,how long on one charge|充不进电,插上没反应,充电灯不亮,充半天还是空的/will not charge,no light when plugged in,charging fails
打不开了,开不了机,按了没动静,突然不工作/will not turn on,stopped working,no response to the button|声音太大,噪音吵人,嗡嗡响,有没有静音的/too noisy,makes a humming sound,quiet model|发热烫手,温度好高,会不会着火,热得吓人/gets too hot,overheating,fire risk
连不上,配对失败,蓝牙搜不到,网络老断/will not connect,pairing fails,keeps disconnecting|兼容吗,配我的能用不,型号匹配吗,通用款不/is it compatible,does it fit my model,universal fit|怎么更新,要升级系统吗,固件在哪下,新版本咋装/how to update it,new firmware,upgrade the version
和旧款区别,新老两版哪里不同,升级了啥,差别在哪/difference from the old one,what changed in the new version,compare both generations|哪款更好,帮我推荐一个,纠结选哪种,求建议/which one is better,recommend me one,help me choose
评价怎么样,口碑好吗,买过的人咋说,差评多不多/how are the reviews,do buyers like it,any bad ratings|有实拍图吗,发个视频看看,细节照来几张,模特图呢/real photos please,video of it,close-up pictures|能试用吗,有小样不,先体验再买行吗,试穿可以不/can i try it first,free sample,trial before buying
有赠品吗,送什么,买了给小礼物不,礼品没收到/any free gift,what comes with it,gift was missing|能做礼物吗,礼盒包装有没,帮写贺卡,送人体面不/gift wrapping,add a greeting card,good as a present|能定制吗,刻字行不行,印个图案,按要求做/custom made,can you engrave it,print my logo
批发什么价,量大优惠吗,团购,公司采购一百个/wholesale price,bulk order discount,buying a hundred|能开发票吗,发票抬头,电子票发我,增值税专票/can i get an invoice,tax receipt,company name on the bill|发票开错了,抬头要改,税号填错,重开一张/invoice is wrong,correct the tax number,reissue the bill
能货到付款吗,先收货再给钱,验货后付,到付行不/cash on delivery,pay when it arrives,inspect then pay|能分期吗,花呗几期免息,每月还多少,信用卡分几次/pay in instalments,monthly payments,interest free plan|付款失败,钱付不了,扣了款没订单,支付报错/payment failed,charged but no order,checkout error
重复下单了,付了两遍,多拍一份,同样的两单/ordered it twice,charged double,duplicate order|合并发货行吗,几个订单一起寄,拼一个包裹,并单/ship together,combine my orders,one parcel please|晚点发货,先别寄出,指定日期送,出差回来再发/delay the shipment,deliver on a chosen date,hold it until i am back
加急,今天必须发,能不能快一点,赶着用/rush it,urgent need it now,faster please|预约到哪天,档期怎么约,改预约时间,预售定金交了/book a slot,change my appointment,deposit paid for pre-sale|会员有折扣吗,积分能抵吗,老客户优惠,几级会员便宜/member discount,use my points,loyal customer price
活动什么时候,双十一降价不,下次大促,限时秒杀几点/when is the next sale,black friday offer,flash sale time|实体店有吗,线下能看不,门店地址,到店自提/physical store,see it in person,pick it up myself|回收旧的吗,以旧换新,旧货折多少,上门拖走老的/trade in my old one,recycle the used one,take the old away
少了螺丝,缺个盖子,包里没有说明和配件,底座没给/screws missing,lid was not included,no base in the box|有几个一套,一件里装多少,单个还是整箱,一组的数量/how many in a set,pieces per pack,single or whole case|能用多久,寿命几年,耐不耐用,多长时间得换/how long does it last,is it durable,lifespan
要投诉质量,太差劲了,再也不买,给个说法/complain about quality,terrible never again,i want an explanation
`

/** Sentences by language; those of what is held out are never learnt from. */
const FRAMES = {
  known: {
    zh: '{o}{a}/{a}，我说的是{o}/你们家{o}{a}/我买的{o}{a}/想知道{o}{a}/那个{o}{a}啊/{o}的话，{a}/上周拍的{o}，{a}/关于{o}，{a}/看中一个{o}，{a}/{o}这边{a}/朋友让我问{o}{a}/店里的{o}，{a}',
    en: '{a}, the {o}/about the {o}: {a}/{o}, {a}/question on the {o}, {a}/looking at your {o}. {a}/i ordered the {o}, {a}/{a}? i mean the {o}/this {o} here, {a}',
  },
  heldOut: {
    zh: '刚收藏了{o}，{a}呢/给我妈挑的{o}{a}/直播间那款{o}，{a}/{a}？就是{o}/同事推荐的{o}，不知道{a}/橱窗里摆着的{o}{a}呀',
    en: 'my {o} from last week, {a}/regarding the {o} in my cart, {a}/{a}? it is for the {o}/a {o} for my mum, {a}',
  },
}

type Language = 'zh' | 'en'

interface Topic {
  readonly names: Readonly<Record<Language, readonly string[]>>
  readonly phrasings: Readonly<Record<Language, readonly string[]>>
}

interface Asked {
  readonly text: string
  readonly intent: string
}

interface Shop {
  readonly source: TrainingSource
  readonly heldOut: readonly Asked[]
}

/** What the serving process is asked; it is not to hold the shop that it was made of. */
interface Messages {
  readonly warmUp: readonly string[]
  readonly asked: readonly Asked[]
}

function toTopics(): readonly Topic[] {
  const parse = (entry: string) => {
    const [zh = '', en = ''] = entry.split('/')
    return { zh: zh.split(','), en: en.split(',') }
  }
  const aspects = ASPECTS.trim().split(/[|\n]/).map(parse)
  const things = THINGS.trim().split(/[|\n]/).map(parse)
  return things.flatMap((names) => aspects.map((phrasings) => ({ names, phrasings })))
}

/** The first `size` topics in an order that the seed decides: a larger shop has all that a smaller one has. */
async function createShop(size: number): Promise<Shop> {
  const topics = toTopics()
  if (size > topics.length) throw new Error(`There are only ${topics.length} topics.`)

  const order = Int32Array.from(topics, (_, at) => at)
  shuffle(order, order.length, createRandom(SEED))
  const chosen = [...order.slice(0, size)].map((at) => topics[at]).filter((topic) => topic !== undefined)
  const wordings = chosen.map((topic, at) => word(topic, createRandom(SEED + at)))
  const demo = await loadKnowledge(join(ROOT, 'intents'))
  if (!demo.ok) throw new Error('The demo shop is broken.')

  const idOf = (at: number) => `intent_${at}`
  return {
    source: {
      intents: wordings.map(({ title, known }, at) => ({ id: idOf(at), titles: [title], examples: known, not: [] })),
      outOfScope: demo.knowledge.outOfScope,
      synonyms: demo.knowledge.synonyms,
    },
    heldOut: wordings.flatMap(({ heldOut }, at) => heldOut.map((text) => ({ text, intent: idOf(at) }))),
  }
}

/** The wordings of one topic. One phrasing of each language is met in what is held out alone, once. */
function word(topic: Topic, random: Random) {
  const known: string[] = []
  const heldOut: string[] = []
  for (const language of ['zh', 'en'] as const) {
    const [unseen = '', ...seen] = mixed(topic.phrasings[language], random)
    known.push(...draw(topic, language, 'known', seen, KNOWN[language], random))
    heldOut.push(...draw(topic, language, 'heldOut', [unseen], 1, random))
    heldOut.push(...draw(topic, language, 'heldOut', seen, HELD_OUT[language] - 1, random))
  }
  return { title: `${topic.names.zh[0]}：${topic.phrasings.zh[0]}`, known, heldOut }
}

function draw(
  topic: Topic,
  language: Language,
  part: keyof typeof FRAMES,
  phrasings: readonly string[],
  count: number,
  random: Random,
): readonly string[] {
  const frames = mixed(FRAMES[part][language].split('/'), random)
  const names = mixed(topic.names[language], random)
  return Array.from({ length: count }, (_, at) =>
    (frames[at % frames.length] ?? '')
      .replace('{o}', names[at % names.length] ?? '')
      .replace('{a}', phrasings[at % phrasings.length] ?? ''),
  )
}

function mixed<T>(items: readonly T[], random: Random): readonly T[] {
  const order = Int32Array.from(items, (_, at) => at)
  shuffle(order, order.length, random)
  return [...order].map((at) => items[at]).filter((item) => item !== undefined)
}

interface Trained {
  readonly examples: number
  readonly features: number
  readonly trainSeconds: number
  /** Done once more by itself. */
  readonly calibrationSeconds: number
  /** After one more example in the first intent. */
  readonly againSeconds: number
  readonly peakMb: number
  readonly fileMb: number
}

async function train(size: number, folder: string): Promise<Trained> {
  const { source, heldOut } = await createShop(size)
  const examples = source.intents.flatMap((intent) => intent.examples)
  const warmUp = evenly(examples, MESSAGES.warmUp).map((text) => `${text} 吗`)
  const messages: Messages = { warmUp, asked: evenly(heldOut, MESSAGES.measured) }
  await writeFile(join(folder, MESSAGES_FILE), JSON.stringify(messages))
  const since = process.cpuUsage()
  const model = trainModel(source)
  const trainSeconds = microsSince(since) / 1e6

  await createFileCache<Model>(folder, '.model').keep(KEY, model)
  const again = process.cpuUsage()
  trainModel(edited(source), { previous: model })
  const againSeconds = microsSince(again) / 1e6
  return {
    examples: examples.length,
    features: model.vocabulary.size,
    trainSeconds,
    calibrationSeconds: calibrate(source),
    againSeconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
    fileMb: (await stat(join(folder, `${KEY}.model`))).size / 1024 / 1024,
  }
}

function edited(source: TrainingSource): TrainingSource {
  const [first, ...others] = source.intents
  return first
    ? { ...source, intents: [{ ...first, examples: [...first.examples, '呼噜呼噜哗啦啦'] }, ...others] }
    : source
}

function calibrate(source: TrainingSource): number {
  const lesson = toLesson(source)
  const corpus = readCorpus(lesson.texts, toLexicon(source.synonyms))
  const since = process.cpuUsage()
  crossValidate({ corpus, labels: lesson.labels, seed: SEED }, lesson.isTitle)
  return microsSince(since) / 1e6
}

interface Served {
  readonly loadMillis: number
  readonly rssMb: number
  readonly p50: number
  readonly p99: number
  readonly top1: number
}

async function serve(folder: string): Promise<Served> {
  const emptyRss = readRss()
  const since = performance.now()
  const model = await createFileCache<Model>(folder, '.model').find(KEY)
  const loadMillis = performance.now() - since
  if (!model) throw new Error('The model file is gone.')

  const matcher = createMatcher(model, createEntityReader(products()), 'Asia/Shanghai')
  const hear = (text: string) => matcher.understand({ text, locale: 'zh', at: 0 }).candidates[0]?.intent
  // One message, for what is only built then.
  hear('你们几点下班')
  const rssMb = readRss() - emptyRss
  const { warmUp, asked } = JSON.parse(await readFile(join(folder, MESSAGES_FILE), 'utf8')) as Messages
  for (const text of warmUp) hear(text)

  const micros: number[] = []
  let right = 0
  while (micros.length < MESSAGES.fewest) {
    right = 0
    for (const { text, intent } of asked) {
      const start = process.cpuUsage()
      const heard = hear(text)
      micros.push(microsSince(start))
      if (heard === intent) right += 1
    }
  }
  const sorted = micros.sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0
  return { loadMillis, rssMb, p50: at(0.5), p99: at(0.99), top1: right / asked.length }
}

function products() {
  return THINGS.trim()
    .split(/[|\n]/)
    .map((entry, at) => ({ id: `product-${at}`, names: entry.split(/[,/]/) }))
}

function evenly<T>(items: readonly T[], most: number): readonly T[] {
  const count = Math.min(most, items.length)
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).filter(
    (item) => item !== undefined,
  )
}

/** Runs one role in a process of its own; undefined if that is not done in time. */
function runApart<T>(role: string, size: number, folder: string, node: readonly string[]): Promise<T | undefined> {
  const child = fork(import.meta.filename, ['--role', role, '--intents', String(size), '--folder', folder], {
    execArgv: ['--expose-gc', '--import', 'tsx', ...node],
    timeout: Number(options.minutes) * 60_000,
  })
  return new Promise((resolve, reject) => {
    let reached: T | undefined
    child.on('message', (message: T) => {
      reached = message
    })
    child.on('exit', (code, signal) => {
      if (reached || signal) resolve(reached)
      else reject(new Error(`${role} of ${size} intents ended with code ${code}`))
    })
  })
}

async function measure(size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoer-growth-'))
  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  try {
    const trained = await runApart<Trained>('train', size, folder, profiling)
    const served = trained && (await runApart<Served>('serve', size, folder, []))
    return trained && served ? toRow(size, trained, served) : toCells([size, `not done in ${options.minutes} min`])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function toRow(size: number, trained: Trained, served: Served): string {
  const { examples, features, trainSeconds, calibrationSeconds, againSeconds, peakMb, fileMb } = trained
  const { loadMillis, rssMb, p50, p99, top1 } = served
  return toCells([
    size,
    examples,
    features,
    trainSeconds.toFixed(1),
    calibrationSeconds.toFixed(1),
    againSeconds.toFixed(1),
    peakMb.toFixed(0),
    fileMb.toFixed(1),
    loadMillis.toFixed(0),
    rssMb.toFixed(0),
    `${p50} / ${p99}`,
    `${(top1 * 100).toFixed(1)} %`,
  ])
}

function toCells(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

const COLUMNS =
  'intents|examples|features|train CPU s|of it calibration|again after an edit CPU s|training peak MB|model file MB|load ms|RSS over an empty process MB|message CPU µs p50 / p99|top-1 held out'

const { values: options } = parseArgs({
  options: {
    intents: { type: 'string', default: '100,1000,10000' },
    minutes: { type: 'string', default: '10' },
    profile: { type: 'string' },
    role: { type: 'string' },
    folder: { type: 'string', default: '' },
  },
})
const sizes = options.intents.split(',').map(Number)
const [first = 0] = sizes
if (options.role) {
  // A bench that was stopped must not leave its runs behind.
  process.on('disconnect', () => process.exit(1))
  const reached = await (options.role === 'train' ? train(first, options.folder) : serve(options.folder))
  process.send?.(reached, () => process.disconnect())
} else {
  console.log(`${cpus()[0]?.model}, Node ${process.version}\n`)
  console.log(toCells(COLUMNS.split('|')))
  console.log(toCells(COLUMNS.split('|').map(() => '--:')))
  for (const size of sizes) console.log(await measure(size))
}
