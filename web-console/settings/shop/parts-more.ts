import { DEMANDED } from './choices.ts'
import type { ShopPart } from './field.ts'

const MINUTES = { zh: '分钟', en: 'minutes' }

/** The quieter parts of shop.yaml. */
export const MORE_PARTS: readonly ShopPart[] = [
  {
    id: 'ratings',
    title: { zh: '评价', en: 'Ratings' },
    intro: {
      zh: '什么时候请客户评价，差评怎么处理。',
      en: 'When shoppers are asked, and what is done about bad ones.',
    },
    path: ['ratings'],
    fields: [
      {
        name: 'quiet_minutes',
        kind: 'number',
        min: 1,
        max: 1440,
        unit: MINUTES,
        initial: 10,
        label: { zh: '安静多久请客户评价小二', en: 'Ask about the bot after' },
      },
      {
        name: 'correct_minutes',
        kind: 'number',
        min: 1,
        max: 1440,
        unit: MINUTES,
        initial: 5,
        label: { zh: '评价后多久内可以改', en: 'May be changed for' },
      },
      {
        name: 'bad_up_to',
        kind: 'number',
        min: 1,
        max: 4,
        unit: { zh: '星及以下', en: 'stars or fewer' },
        initial: 2,
        label: { zh: '差评', en: 'A bad rating' },
        hint: { zh: '会给主管建一条待办。', en: 'Makes a to-do for supervisors.' },
      },
    ],
  },
  {
    id: 'dialogue',
    title: { zh: '对话', en: 'Dialogue' },
    intro: { zh: '小二记多久，什么算异常。', en: 'How long Xiaoer remembers, and what counts as odd.' },
    path: ['dialogue'],
    fields: [
      {
        name: 'forget_minutes',
        kind: 'number',
        min: 1,
        max: 10_080,
        unit: MINUTES,
        initial: 120,
        label: { zh: '多久不说话就忘记刚才的商品和订单', en: 'Topic is forgotten after' },
      },
      {
        name: 'stuck_hours',
        kind: 'number',
        min: 1,
        max: 720,
        unit: { zh: '小时', en: 'hours' },
        initial: 48,
        label: { zh: '物流多久没更新算卡住', en: 'A parcel is stuck after' },
      },
      {
        name: 'proof_tries',
        kind: 'number',
        min: 1,
        max: 20,
        unit: { zh: '次', en: 'times' },
        initial: 5,
        label: { zh: '核对订单手机尾号可以错', en: 'Wrong guesses at a phone number' },
      },
    ],
  },
  {
    id: 'selling',
    title: { zh: '促销', en: 'Promotions' },
    intro: { zh: '客户问一共多少钱时，小二照这里算。', en: 'What Xiaoer works a basket out by.' },
    path: ['selling'],
    fields: [
      {
        name: 'promotions',
        kind: 'records',
        label: { zh: '满减', en: 'Promotions' },
        add: { zh: '添加满减', en: 'Add a promotion' },
        blank: { id: '', name: '', spend: '100', off: '10', repeat: false },
        fields: [
          {
            name: 'id',
            kind: 'text',
            label: { zh: '编号', en: 'Id' },
            hint: { zh: '小写字母、数字、下划线', en: 'Small letters, figures, underscores' },
          },
          { name: 'name', kind: 'localized', label: { zh: '名称', en: 'Name' } },
          { name: 'spend', kind: 'text', label: { zh: '满', en: 'Spend' } },
          { name: 'off', kind: 'text', label: { zh: '减', en: 'Off' } },
          { name: 'repeat', kind: 'switch', initial: false, label: { zh: '每满都减', en: 'Again for each' } },
          {
            name: 'valid',
            kind: 'group',
            label: { zh: '有效期', en: 'Valid' },
            fields: [
              { name: 'from', kind: 'day', label: { zh: '从', en: 'From' } },
              { name: 'until', kind: 'day', label: { zh: '到', en: 'Until' } },
            ],
          },
        ],
      },
      {
        name: 'bargain_coupon',
        kind: 'text',
        label: { zh: '砍价时最多给的券', en: 'The most for whoever bargains' },
        hint: { zh: '优惠券编号；不填就不给。', en: 'A coupon’s id; without one nothing is given.' },
      },
    ],
  },
  {
    id: 'security',
    title: { zh: '安全', en: 'Security' },
    intro: { zh: '登录要不要第二步。', en: 'Whether signing in takes a second step.' },
    path: ['security'],
    fields: [
      {
        name: 'second_step',
        kind: 'choice',
        choices: DEMANDED,
        initial: 'nobody',
        label: { zh: '两步验证', en: 'Second step' },
        hint: { zh: '没开启的同事下次登录要先设置好。', en: 'Whoever has none sets it up at the next sign-in.' },
      },
    ],
  },
]
