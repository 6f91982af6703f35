import type { Understanding } from '../../src/ports/world.ts'
import { createEntityReader } from '../../src/understanding/entities/entity-reader.ts'
import { createMatcher } from '../../src/understanding/matcher.ts'
import { type TrainingOptions, trainModel } from '../../src/understanding/train-model.ts'
import type { TrainingSource } from '../../src/understanding/training-source.ts'

function intent(id: string, title: string, examples: readonly string[], not: readonly string[] = []) {
  return { id, titles: [title], examples, not }
}

/** Nine intents of a small shop, too few examples to be calibrated by its own folds. */
export const SMALL_SHOP: TrainingSource = {
  intents: [
    intent(
      'shipping_time',
      '发货时间',
      ['什么时候发货', '今天拍今天能发吗', '多久能发出来', '几点前下单当天发', '周末发货吗', '下单后几天发货'].concat([
        'how soon do you ship',
        'when will my order ship out',
        'do you dispatch on weekends',
      ]),
      ['帮我催一下发货'],
    ),
    intent('shipping_urge', '催发货', [
      '帮我催一下发货',
      '怎么还不发货',
      '都三天了还没发出来 快点',
      '麻烦尽快安排发货',
      '能不能快点发',
      'please ship it faster',
      'why has my order still not shipped',
      'hurry up and send it',
    ]),
    intent('logistics_track', '查物流', [
      '我的快递到哪了',
      '物流信息在哪看',
      '包裹现在在什么地方',
      '快递怎么不动了',
      '单号查一下到哪儿',
      'where is my parcel',
      'track my package',
      'show me the tracking of my order',
    ]),
    intent('refund_apply', '申请退款', [
      '我要退款',
      '怎么申请退款',
      '不想要了把钱退给我',
      '能退钱吗',
      '退款在哪里点',
      'I want a refund',
      'how do I get my money back',
      'please refund this order',
    ]),
    intent('size_advice', '尺码推荐', [
      '我穿多大码',
      '身高一米六九穿什么尺码',
      '120斤选几码',
      '尺码怎么选',
      '这件偏大还是偏小',
      'which size should I choose',
      'what size fits me',
      'does it run small',
    ]),
    intent('coupon_get', '领优惠券', [
      '优惠券在哪领',
      '有没有券',
      '怎么领取优惠券',
      '给我发张券呗',
      '新人有优惠吗',
      'where can I get a coupon',
      'any discount code',
      'do you have vouchers',
    ]),
    intent('invoice_request', '开发票', [
      '可以开发票吗',
      '我要开发票',
      '发票怎么开',
      '能开公司抬头的票吗',
      '电子发票在哪里申请',
      'can I get an invoice',
      'I need a receipt for my company',
      'please issue an invoice',
    ]),
    intent('stock_check', '有没有货', [
      '还有货吗',
      '黑色有现货吗',
      '库存还有多少',
      '这款卖完了没',
      '红色还有吗',
      'is it in stock',
      'do you still have the black one',
      'is this item available',
    ]),
    intent('greet', '问候', ['你好', '在吗', '有人吗', '您好呀', 'hello', 'hi there', 'good morning']),
  ],
  outOfScope: ['今天天气怎么样', '给我讲个笑话', '帮我写一首诗', 'who won the match last night', 'tell me a joke'],
  synonyms: [
    { concept: 'refund', words: ['退款', '退钱', '返款', 'refund', 'money back'] },
    { concept: 'invoice', words: ['发票', '开票', 'invoice', 'receipt'] },
  ],
}

/** A matcher of a shop without products. */
export function matcherOf(source: TrainingSource, options?: TrainingOptions): Understanding {
  return createMatcher(trainModel(source, options), createEntityReader([]), 'Asia/Shanghai')
}
