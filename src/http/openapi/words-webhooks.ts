import type { Locale } from '../../domain/localized-text.ts'
import type { AUDIT_ROUTES } from '../../protocol/audit.ts'
import type { SHOP_FILE_ROUTES } from '../../protocol/shop-file.ts'
import type { WEBHOOK_ROUTES } from '../../protocol/webhooks.ts'
import type { WELCOME_ROUTES } from '../../protocol/welcome.ts'

type Named =
  | keyof typeof WEBHOOK_ROUTES
  | keyof typeof AUDIT_ROUTES
  | keyof typeof WELCOME_ROUTES
  | keyof typeof SHOP_FILE_ROUTES

/** What the routes of webhooks, keys, the audit and the first steps do. */
export const WEBHOOK_WORDS: Readonly<Record<Named, Readonly<Record<Locale, string>>>> = {
  'GET /api/v1/webhooks': {
    zh: '全部 Webhook：推送什么、是否启用、还有多少没送到。',
    en: 'All webhooks: what they are told, whether they are on, how much has not arrived yet.',
  },
  'POST /api/v1/webhooks': {
    zh: '新建一个 Webhook。密钥只在这次返回。',
    en: 'Makes a webhook. Its secret is returned this once.',
  },
  'PATCH /api/v1/webhooks/{id}': { zh: '修改、停用或重新启用。', en: 'Changes it, switches it off or on again.' },
  'DELETE /api/v1/webhooks/{id}': {
    zh: '删除 Webhook 和它的投递记录。',
    en: 'Removes a webhook with its deliveries.',
  },
  'POST /api/v1/webhooks/{id}/secret': {
    zh: '换一个密钥；24 小时内新旧两个都签名。',
    en: 'Makes a new secret; for 24 hours the old one signs too.',
  },
  'POST /api/v1/webhooks/{id}/test': {
    zh: '马上发一条测试事件 ping，返回结果。',
    en: 'Sends a ping now and says how it went.',
  },
  'GET /api/v1/webhooks/{id}/deliveries': {
    zh: '投递记录，新的在前，每页 50 条。',
    en: 'What was sent, the newest first, 50 a page.',
  },
  'GET /api/v1/webhook-deliveries/{id}': {
    zh: '一次投递：发出的内容和对方的回答。',
    en: 'One delivery: what was sent and what was answered.',
  },
  'POST /api/v1/webhook-deliveries/{id}/resend': {
    zh: '用同一个投递编号重发。',
    en: 'Sends it again under the same delivery id.',
  },
  'GET /api/v1/api-keys': { zh: '全部 API 密钥，不含密钥本身。', en: 'All API keys, without the keys themselves.' },
  'POST /api/v1/api-keys': {
    zh: '新建 API 密钥。密钥只在这次返回。',
    en: 'Makes an API key. It is returned this once.',
  },
  'DELETE /api/v1/api-keys/{id}': { zh: '吊销 API 密钥，马上失效。', en: 'Revokes an API key at once.' },
  'GET /api/v1/audit': {
    zh: '操作记录，新的在前，每页 50 条，可按人、类别、时间筛选。',
    en: 'Who did what, the newest first, 50 a page, by person, area and time.',
  },
  'GET /api/v1/audit-choices': {
    zh: '操作记录里能选的人和类别。',
    en: 'The people and areas by which the audit can be narrowed.',
  },
  'GET /api/v1/audit-export': {
    zh: '把操作记录导出成 CSV，最多两万条。',
    en: 'The audit as CSV, at most 20 000 entries.',
  },
  'GET /api/v1/welcome': {
    zh: '新店引导走到哪一步，以及在哪些页面见过小二。',
    en: 'How far the first steps have come, and on which pages the widget was seen.',
  },
  'PATCH /api/v1/welcome': {
    zh: '把一步标记为完成或跳过，或结束引导。',
    en: 'Marks a step as done or skipped, or ends the first steps.',
  },
  'GET /api/v1/settings/shop': {
    zh: '草稿里的 shop.yaml，给设置表单用。',
    en: 'What shop.yaml says in the draft, for the forms of the settings.',
  },
  'PATCH /api/v1/settings/shop': {
    zh: '改 shop.yaml 里的几个值，注释和其他内容不动；发布后生效。',
    en: 'Changes values of shop.yaml in the draft; comments and all else stay. It serves once it is published.',
  },
}
