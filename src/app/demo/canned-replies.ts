import type { CannedMessage, CannedReply } from '../../domain/canned-reply.ts'

interface Ready {
  readonly folder: string
  readonly code: string
  readonly title: string
  readonly messages: readonly CannedMessage[]
}

const text = (zh: string, en: string): CannedMessage => ({ kind: 'text', text: { zh, en } })

/** What the demo shop's people say every day. Whatever may change is a variable, as in the answers of 小二. */
const READY: readonly Ready[] = [
  {
    folder: '接待',
    code: 'nh',
    title: '问候',
    messages: [
      text(
        '您好，我是{{ shop.name }}的{{ agent.name }}，前面的对话我都看到了，不用重复说～我这就帮您看。',
        "Hi, I'm {{ agent.name }} from {{ shop.name }}. I've read what you told us, so no need to repeat it. Let me take a look.",
      ),
    ],
  },
  {
    folder: '接待',
    code: 'sd',
    title: '稍等查询',
    messages: [
      text(
        '好的，我正在帮您查，大概两三分钟，您先忙别的，查到马上回您。',
        "Sure, I'm looking it up. It takes two or three minutes; I'll write as soon as I have it.",
      ),
    ],
  },
  {
    folder: '接待',
    code: 'xb',
    title: '下班留言',
    messages: [
      text(
        '今天人工在线的时间是 {{ desk.hours }}。您的问题我已经记下，上班后第一时间回您；急事可以打 {{ shop.phone }}。',
        "We're at the desk {{ desk.hours }} today. I've noted your question and we'll answer first thing; if it's urgent, call {{ shop.phone }}.",
      ),
    ],
  },
  {
    folder: '接待',
    code: 'js',
    title: '结束语',
    messages: [
      text(
        '那先不打扰您啦，有问题随时来找我们。觉得我服务还行的话，麻烦点个评价，谢谢您～',
        "I'll leave you to it. Come back any time. If I was of help, a quick rating would make my day. Thank you!",
      ),
    ],
  },
  {
    folder: '售前',
    code: 'cm',
    title: '尺码表',
    messages: [
      text(
        '发您一张量尺寸的图：平铺量一件您穿着合身的衣服，对着图上的位置量，比看身高体重更准。',
        'Here is how to measure: lay a piece that fits you flat and measure where the picture shows. It beats going by height and weight.',
      ),
      { kind: 'image', url: '/media/size-guide.svg' },
      text(
        '告诉我身高、体重和平时穿的码，我帮您看「{{ product.name }}」选哪个码合适。',
        "Tell me your height, weight and usual size, and I'll tell you which size of {{ product.name }} to take.",
      ),
    ],
  },
  {
    folder: '售前',
    code: 'yh',
    title: '优惠说明',
    messages: [
      text(
        '现在的活动：{{ shop.promotion }}。新客还可以领{{ shop.coupon }}。',
        "What's on now: {{ shop.promotion }}. New here? There is {{ shop.coupon }}.",
      ),
    ],
  },
  {
    folder: '售前',
    code: 'by',
    title: '包邮和运费',
    messages: [
      text(
        '满 {{ shop.free_shipping_over }}包邮，不满收 {{ shop.shipping_fee }}；偏远地区补 {{ shop.remote_fee }}。从{{ shop.ships_from }}发{{ shop.carrier }}，想要更快可以补 {{ shop.express_fee }}升级{{ shop.express_carrier }}。',
        'Free delivery from {{ shop.free_shipping_over }}, else {{ shop.shipping_fee }}; remote areas {{ shop.remote_fee }} more. It leaves {{ shop.ships_from }} by {{ shop.carrier }}; {{ shop.express_fee }} upgrades it to {{ shop.express_carrier }}.',
      ),
    ],
  },
  {
    folder: '发货与物流',
    code: 'fh',
    title: '发货时间',
    messages: [
      text(
        '每天 {{ shop.cutoff }} 前付款的当天发，之后的第二个工作日发。您现在下单，{{ ship.day }}就能发出。',
        'Paid before {{ shop.cutoff }} it leaves the same day, later on the next working day. Order now and it leaves {{ ship.day }}.',
      ),
    ],
  },
  {
    folder: '发货与物流',
    code: 'wl',
    title: '物流进度',
    messages: [
      text(
        '{{ customer.name }}，您的订单 {{ order.number }} 由{{ parcel.carrier }}派送，运单号 {{ parcel.number }}，最新一条：{{ parcel.last_event }}。',
        '{{ customer.name }}, your order {{ order.number }} is with {{ parcel.carrier }}, tracking number {{ parcel.number }}. The latest: {{ parcel.last_event }}.',
      ),
    ],
  },
  {
    folder: '发货与物流',
    code: 'cd',
    title: '催件已登记',
    messages: [
      text(
        '订单 {{ order.number }} 我已经登记催件，正在联系{{ parcel.carrier }}核实，有消息第一时间告诉您，给您添麻烦了。',
        "I've chased the parcel of order {{ order.number }} with {{ parcel.carrier }} and will tell you as soon as they answer. Sorry for the trouble.",
      ),
    ],
  },
  {
    folder: '售后',
    code: 'tk',
    title: '退款规则',
    messages: [
      text(
        '签收 {{ shop.return_days }} 天内，不影响二次销售都可以退。仓库收到、验好后 {{ shop.refund_days }}原路退回，退到您当时付款的账户。',
        'Within {{ shop.return_days }} days of delivery you can return whatever can be sold again. Once it is back and checked, the money goes back the way it came within {{ shop.refund_days }}.',
      ),
    ],
  },
  {
    folder: '售后',
    code: 'th',
    title: '退货地址',
    messages: [
      text(
        '退货请寄：{{ shop.return_address }}，电话 {{ shop.phone }}。包裹里放张纸条，写上订单号 {{ order.number }}，仓库收到就能马上认出来。',
        'Please send it to: {{ shop.return_address }}, phone {{ shop.phone }}. Put in a note with your order number {{ order.number }} so that we know it at once.',
      ),
      text(
        '请不要发到付件，也不要拒收。寄出后把运单号发我，我帮您盯着。',
        "Please don't send it collect. Tell me the tracking number once it's on its way and I'll keep an eye on it.",
      ),
    ],
  },
  {
    folder: '售后',
    code: 'zp',
    title: '请拍照片',
    messages: [
      text(
        '真是抱歉让您碰上这样的问题。麻烦拍三张照片发我：整体、有问题的地方、吊牌或快递面单，我马上给您处理。',
        "I'm sorry this happened. Could you send me three pictures: the whole, the flaw, and the tag or the shipping label? I'll take care of it right away.",
      ),
    ],
  },
  {
    folder: '售后',
    code: 'ap',
    title: '安抚',
    messages: [
      text(
        '换成是我也会着急，是我们没做好。您放心，这件事我来跟到底，先跟您确认一下情况，再给您一个能落实的方案。',
        "I'd be upset too; we should have done better. I'll see this through: first I'd like to make sure I have it right, then I'll tell you what we will do.",
      ),
    ],
  },
]

/** The team's canned replies of the demo shop. */
export function listReadyReplies(newId: () => string, now: number): readonly CannedReply[] {
  return READY.map((reply) => ({ ...reply, id: newId(), createdAt: now, updatedAt: now }))
}
