import { CURRENCIES, DAYS, FIRSTS, LANGUAGES, MODES, TIERS } from './choices.ts'
import type { Field, ShopPart } from './field.ts'

const SECONDS = { zh: '秒', en: 'seconds' }

export const DAYS_OFF: Field = {
  name: 'days',
  kind: 'records',
  label: { zh: '特殊日子', en: 'Special days' },
  hint: {
    zh: '节假日、大促、临时调整。不加时段就是整天休息。',
    en: 'Holidays and one-off days. Without hours the day is closed.',
  },
  add: { zh: '添加特殊日子', en: 'Add a special day' },
  blank: { from: '', until: '', open: [] },
  fields: [
    { name: 'name', kind: 'localized', label: { zh: '叫什么', en: 'Name' } },
    { name: 'from', kind: 'day', label: { zh: '从', en: 'From' } },
    { name: 'until', kind: 'day', label: { zh: '到（含当天）', en: 'Until (inclusive)' } },
    { name: 'open', kind: 'shifts', label: { zh: '营业时段', en: 'Open' } },
  ],
}

export const WEEKLY: Field = {
  name: 'weekly',
  kind: 'weekly',
  label: { zh: '每周', en: 'Every week' },
  hint: {
    zh: '一天可以有几段，例如午休分开。没有时段的那天休息。',
    en: 'A day may have several shifts. Without one it is closed.',
  },
}

export const SHOP_PARTS: readonly ShopPart[] = [
  {
    id: 'profile',
    title: { zh: '店铺资料', en: 'Profile' },
    intro: {
      zh: '小二用这些介绍自己，也按它算时间和价钱。',
      en: 'What Xiaoer calls itself, and counts time and money in.',
    },
    path: ['shop'],
    fields: [
      { name: 'name', kind: 'localized', label: { zh: '店名', en: 'Name' } },
      {
        name: 'greeting',
        kind: 'localized',
        long: true,
        label: { zh: '欢迎语', en: 'Greeting' },
        hint: { zh: '客户打开聊天窗先看到这句话。', en: 'What shoppers see first.' },
      },
      {
        name: 'quick_replies',
        kind: 'intents',
        label: { zh: '开场快捷问题', en: 'First quick replies' },
        hint: { zh: '跟在欢迎语后面，客户点一下就问。', en: 'Offered below the greeting.' },
      },
      { name: 'accent', kind: 'color', initial: '#C8400A', label: { zh: '主题色', en: 'Accent colour' } },
      {
        name: 'language',
        kind: 'choice',
        choices: LANGUAGES,
        label: { zh: '主要语言', en: 'Language' },
        hint: { zh: '客户用别的语言时，没有译文的地方用它。', en: 'Used where a text has no translation.' },
      },
      { name: 'time_zone', kind: 'zone', label: { zh: '时区', en: 'Time zone' } },
      { name: 'currency', kind: 'choice', choices: CURRENCIES, label: { zh: '币种', en: 'Currency' } },
    ],
  },
  {
    id: 'facts',
    title: { zh: '店铺信息', en: 'Own facts' },
    intro: {
      zh: '答案里写 {{ shop.名字 }}，就会换成这里的内容。改一处，处处都对。',
      en: 'An answer that says {{ shop.name }} gets what stands here. Change it once.',
    },
    path: ['shop'],
    fields: [{ name: 'facts', kind: 'facts', label: { zh: '信息', en: 'Facts' } }],
  },
  {
    id: 'hours',
    title: { zh: '营业时间', en: 'Opening hours' },
    intro: {
      zh: '人工客服在的时间。之外有人找，小二照常回答，要人工的先留言。',
      en: 'When people are there. Outside of it Xiaoer answers, and whoever wants a person leaves a message.',
    },
    path: ['hours'],
    fields: [WEEKLY, DAYS_OFF],
  },
  {
    id: 'reception',
    title: { zh: '接待日历', en: 'Reception' },
    intro: {
      zh: '平时怎么接待，以及哪些时段换一种方式。工作台上的开关优先于这里。',
      en: 'Who receives, and at which hours it is otherwise. The switch of the console goes before it.',
    },
    path: ['reception'],
    fields: [
      { name: 'mode', kind: 'choice', choices: MODES, initial: 'auto', label: { zh: '平时', en: 'Usually' } },
      {
        name: 'first',
        kind: 'choice',
        choices: FIRSTS,
        initial: 'bot',
        label: { zh: '全自动时谁优先', en: 'Who is first' },
      },
      {
        name: 'split',
        kind: 'number',
        min: 0,
        max: 1,
        step: 0.05,
        initial: 0.5,
        label: { zh: '混合时小二的比例', en: 'The bot’s share of a split' },
        hint: { zh: '0.5 就是一半。', en: '0.5 is half.' },
      },
      {
        name: 'schedule',
        kind: 'records',
        label: { zh: '时间表', en: 'Calendar' },
        hint: { zh: '按顺序看，第一条符合的生效。', en: 'The first line that fits counts.' },
        add: { zh: '添加时段', en: 'Add hours' },
        blank: { days: ['sat', 'sun'], hours: '22:00-24:00', mode: 'auto' },
        fields: [
          { name: 'days', kind: 'choices', choices: DAYS, label: { zh: '哪几天', en: 'Days' } },
          {
            name: 'hours',
            kind: 'text',
            label: { zh: '时段', en: 'Hours' },
            hint: { zh: '例如 22:00-24:00', en: 'For example 22:00-24:00' },
          },
          { name: 'mode', kind: 'choice', choices: MODES, label: { zh: '接待方式', en: 'Mode' } },
        ],
      },
      {
        name: 'bot_after_person',
        kind: 'switch',
        initial: false,
        label: { zh: '人工接过以后，小二还可以说话', en: 'The bot may speak after a person has taken over' },
      },
      {
        name: 'auto_above',
        kind: 'number',
        min: 0.01,
        max: 2,
        step: 0.01,
        initial: 1.01,
        label: { zh: '辅助模式下自动发送的把握', en: 'In assist, send by itself above' },
        hint: {
          zh: '把握高于它的「自动」答案直接发出；大于 1 就是从不。',
          en: 'Answers with autonomy auto go out above it; over 1 is never.',
        },
      },
      {
        name: 'veto_seconds',
        kind: 'number',
        min: 1,
        max: 600,
        unit: SECONDS,
        initial: 15,
        label: { zh: '「可否决」的等待', en: 'Countdown of veto answers' },
      },
    ],
  },
  {
    id: 'handoff',
    title: { zh: '转人工规则', en: 'Handoff' },
    intro: { zh: '什么时候小二不再回答，去叫人。', en: 'When Xiaoer stops answering and calls a person.' },
    path: ['handoff'],
    fields: [
      {
        name: 'after_misses',
        kind: 'number',
        min: 1,
        max: 10,
        initial: 2,
        unit: { zh: '次', en: 'times' },
        label: { zh: '连续听不懂', en: 'Not understood in a row' },
      },
      {
        name: 'sensitive',
        kind: 'words',
        label: { zh: '敏感词', en: 'Sensitive words' },
        hint: { zh: '客户说到任何一个，马上转人工。', en: 'Any of these calls a person.' },
      },
      {
        name: 'tiers_first',
        kind: 'choices',
        choices: TIERS,
        label: { zh: '优先转人工的等级', en: 'Tiers that go at once' },
        hint: { zh: '这些客户第一次没听懂就转。', en: 'These go to a person on a first miss.' },
      },
      {
        name: 'vanish_seconds',
        kind: 'number',
        min: 1,
        max: 3600,
        unit: SECONDS,
        initial: 30,
        label: { zh: '客服掉线多久放回队列', en: 'An agent gone for so long gives back' },
      },
    ],
  },
  {
    id: 'thresholds',
    title: { zh: '把握程度', en: 'Confidence' },
    intro: {
      zh: '小二多有把握才回答。调低错误率，小二更谨慎，转人工会多一些。',
      en: 'How sure Xiaoer must be. The less risk, the more people are called.',
    },
    path: ['thresholds'],
    fields: [
      {
        name: 'risk',
        kind: 'number',
        min: 0,
        max: 1,
        step: 0.005,
        label: { zh: '最多答错的比例', en: 'At most so much wrong' },
        hint: {
          zh: '0.02 就是 100 个回答里最多错 2 个。小二用自己的测试算出要多少把握。不填就用下面的固定值。',
          en: '0.02 is two in a hundred. Xiaoer’s own trials say how sure that is. Left empty, the fixed values below hold.',
        },
      },
      {
        name: 'answer',
        kind: 'number',
        min: 0,
        max: 1,
        step: 0.01,
        initial: 0.55,
        label: { zh: '回答的把握', en: 'Answer from' },
        hint: { zh: '只在没填上面的比例时用。', en: 'Only without a risk.' },
      },
      {
        name: 'clarify',
        kind: 'number',
        min: 0,
        max: 1,
        step: 0.01,
        initial: 0.18,
        label: { zh: '反问的把握', en: 'Ask from' },
        hint: {
          zh: '从这里起小二问「您是想问……吗」，再低就是没听懂。',
          en: 'From here on Xiaoer asks which was meant; below it has not understood.',
        },
      },
      {
        name: 'risky',
        kind: 'number',
        min: 0,
        max: 1,
        step: 0.01,
        initial: 0.7,
        label: { zh: '谨慎意图的把握', en: 'Risky intents from' },
      },
      {
        name: 'risky_intents',
        kind: 'intents',
        label: { zh: '要更谨慎的意图', en: 'Risky intents' },
        hint: {
          zh: '退款、取消、投诉这类，只接受一半的错误率。',
          en: 'Refunds, cancellations: half the risk is accepted.',
        },
      },
    ],
  },
]
