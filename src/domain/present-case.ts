import { type Case, type CaseStatus, type CaseType, isEnded } from './case.ts'
import type { Locale } from './localized-text.ts'
import type { DetailsCard, MessageBody } from './message.ts'
import { LANGUAGE_TAGS } from './present.ts'

interface TypeTexts {
  /** As a heading, and in a list. */
  readonly name: string
  /** After "your": 您的… */
  readonly request: string
}

const TYPES: Readonly<Record<CaseType, { readonly [locale in Locale]: TypeTexts }>> = {
  return: { zh: { name: '退货', request: '退货申请' }, en: { name: 'Return', request: 'return request' } },
  exchange: { zh: { name: '换货', request: '换货申请' }, en: { name: 'Exchange', request: 'exchange request' } },
  refund: { zh: { name: '退款', request: '退款申请' }, en: { name: 'Refund', request: 'refund request' } },
  repair: { zh: { name: '维修', request: '维修申请' }, en: { name: 'Repair', request: 'repair request' } },
  missing_item: {
    zh: { name: '少件', request: '少件反馈' },
    en: { name: 'Missing item', request: 'report of a missing item' },
  },
  wrong_item: {
    zh: { name: '发错货', request: '错发反馈' },
    en: { name: 'Wrong item', request: 'report of a wrong item' },
  },
  damaged: { zh: { name: '破损', request: '破损反馈' }, en: { name: 'Damaged', request: 'report of damage' } },
  invoice: { zh: { name: '发票', request: '开票申请' }, en: { name: 'Invoice', request: 'invoice request' } },
  price_protection: {
    zh: { name: '价保', request: '价保申请' },
    en: { name: 'Price protection', request: 'price protection request' },
  },
  logistics: { zh: { name: '物流问题', request: '物流问题' }, en: { name: 'Delivery', request: 'delivery issue' } },
  address_change: {
    zh: { name: '改地址', request: '改地址申请' },
    en: { name: 'Change of address', request: 'address change' },
  },
  item_change: {
    zh: { name: '改商品', request: '改商品申请' },
    en: { name: 'Change of items', request: 'change of items' },
  },
  cancel: {
    zh: { name: '取消订单', request: '取消订单申请' },
    en: { name: 'Cancellation', request: 'cancellation request' },
  },
  urge: { zh: { name: '催单', request: '催单' }, en: { name: 'Hurry-up', request: 'request to speed things up' } },
  merge: {
    zh: { name: '合并发货', request: '合并发货申请' },
    en: { name: 'Combined shipping', request: 'request to ship orders together' },
  },
  complaint: { zh: { name: '投诉', request: '投诉' }, en: { name: 'Complaint', request: 'complaint' } },
  other: { zh: { name: '售后', request: '售后申请' }, en: { name: 'Service', request: 'service request' } },
}

const STATUSES: Readonly<Record<CaseStatus, { readonly [locale in Locale]: string }>> = {
  open: { zh: '待处理', en: 'received' },
  in_progress: { zh: '处理中', en: 'in progress' },
  waiting: { zh: '等您配合', en: 'waiting for you' },
  resolved: { zh: '已完成', en: 'done' },
  rejected: { zh: '无法办理', en: 'declined' },
  cancelled: { zh: '已取消', en: 'cancelled' },
}

const LABELS = {
  zh: {
    about: '事项',
    order: '订单号',
    openedAt: '提交时间',
    dueAt: '预计处理',
    by: (t: string) => `${t} 前`,
    note: '客服回复',
  },
  en: {
    about: 'About',
    order: 'Order',
    openedAt: 'Opened',
    dueAt: 'Expected',
    by: (t: string) => `by ${t}`,
    note: 'Our reply',
  },
} as const

/** What a case asks for, in a word or two. */
export function typeText(type: CaseType, locale: Locale): string {
  return TYPES[type][locale].name
}

/** How a case stands, as the shopper reads it. */
export function statusText(status: CaseStatus, locale: Locale): string {
  return STATUSES[status][locale]
}

/** All that the shopper may know of a case, with the newest thing that the shop has said about it. */
export function toDetailsCard(found: Case, timeZone: string, locale: Locale): DetailsCard {
  const note = found.history.findLast((change) => change.note !== '')?.note
  const card = plainCard(found, timeZone, locale)
  return note === undefined ? card : { ...card, lines: [...card.lines, { label: LABELS[locale].note, text: note }] }
}

/** What the shopper is told of the newest change: a sentence, the agent's note, and the case beneath. */
export function toChangeMessage(found: Case, timeZone: string, locale: Locale): MessageBody {
  const note = found.history.at(-1)?.note ?? ''
  const said = [sentence(found, timeZone, locale), note].filter((text) => text !== '')
  return { kind: 'text', text: said.join('\n'), details: [plainCard(found, timeZone, locale)] }
}

function plainCard(found: Case, timeZone: string, locale: Locale): DetailsCard {
  const labels = LABELS[locale]
  const name = typeText(found.type, locale)
  const due = found.status === 'open' || found.status === 'in_progress'
  const lines = [
    { label: labels.about, text: found.title === name ? '' : found.title },
    { label: labels.order, text: found.orderNumber ?? '' },
    ...found.details.map(({ label, text }) => ({ label, text })),
    { label: labels.openedAt, text: toMoment(found.createdAt, timeZone, locale) },
    { label: labels.dueAt, text: due ? labels.by(toMoment(found.dueAt, timeZone, locale)) : '' },
  ]
  return {
    title: `${name} ${found.number}`,
    status: statusText(found.status, locale),
    lines: lines.filter(({ text }) => text !== ''),
  }
}

function sentence(found: Case, timeZone: string, locale: Locale): string {
  const { request } = TYPES[found.type][locale]
  const before = found.history.at(-2)
  if (before?.status === found.status) return sameStatus(found, request, timeZone, locale)
  if (before && isEnded(before)) {
    return locale === 'zh'
      ? `您的${request}已重新打开，我们接着处理。`
      : `We have reopened your ${request} and are working on it again.`
  }
  return locale === 'zh' ? inChinese(found.status, request) : inEnglish(found.status, request)
}

/** An answer, or another time: the case stands where it stood. */
function sameStatus({ history }: Case, request: string, timeZone: string, locale: Locale): string {
  const dueAt = history.at(-1)?.dueAt
  if (dueAt === undefined) return locale === 'zh' ? `您的${request}有新进展：` : `An update on your ${request}:`

  const moment = toMoment(dueAt, timeZone, locale)
  return locale === 'zh'
    ? `您的${request}预计处理时间改为 ${moment} 前。`
    : `We now expect to deal with your ${request} by ${moment}.`
}

function inChinese(status: CaseStatus, request: string): string {
  const said: Readonly<Record<CaseStatus, string>> = {
    open: `您的${request}已登记，我们会尽快处理。`,
    in_progress: `您的${request}已经在处理了。`,
    waiting: `您的${request}还需要您配合一下。`,
    resolved: `您的${request}已经处理好了。`,
    rejected: `很抱歉，您的${request}没办法办理。`,
    cancelled: `您的${request}已取消。`,
  }
  return said[status]
}

function inEnglish(status: CaseStatus, request: string): string {
  const said: Readonly<Record<CaseStatus, string>> = {
    open: `We have received your ${request} and will look at it soon.`,
    in_progress: `We are working on your ${request}.`,
    waiting: `We need something from you to go on with your ${request}.`,
    resolved: `Your ${request} has been dealt with.`,
    rejected: `We are sorry: we cannot do what you asked for in your ${request}.`,
    cancelled: `Your ${request} has been cancelled.`,
  }
  return said[status]
}

/** `11月25日 18:00`, `25 Nov, 18:00`: by the shop's clock. */
function toMoment(at: number, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? LANGUAGE_TAGS.zh : 'en-GB', {
    timeZone,
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}
