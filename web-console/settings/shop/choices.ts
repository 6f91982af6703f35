import type { Choice } from './field.ts'

const of = (value: string, zh: string, en: string): Choice => ({ value, label: { zh, en } })

export const LANGUAGES = [of('zh', '中文', 'Chinese'), of('en', '英文', 'English')]
export const CURRENCIES = [
  of('CNY', '人民币 CNY', 'Chinese yuan CNY'),
  of('USD', '美元 USD', 'US dollar USD'),
  of('EUR', '欧元 EUR', 'Euro EUR'),
  of('GBP', '英镑 GBP', 'Pound GBP'),
  of('HKD', '港币 HKD', 'Hong Kong dollar HKD'),
  of('JPY', '日元 JPY', 'Yen JPY'),
  of('SGD', '新加坡元 SGD', 'Singapore dollar SGD'),
]
export const MODES = [of('auto', '全自动', 'Automatic'), of('assist', '智能辅助', 'Assist')]
export const FIRSTS = [
  of('bot', '助手优先', 'Bot first'),
  of('agent', '人工优先', 'People first'),
  of('split', '混合', 'Split'),
]
export const TIERS = [
  of('vip', 'VIP', 'VIP'),
  of('key', '大客户', 'Key'),
  of('regular', '普通', 'Regular'),
  of('small', '小客户', 'Small'),
]
export const DAYS = [
  of('mon', '周一', 'Monday'),
  of('tue', '周二', 'Tuesday'),
  of('wed', '周三', 'Wednesday'),
  of('thu', '周四', 'Thursday'),
  of('fri', '周五', 'Friday'),
  of('sat', '周六', 'Saturday'),
  of('sun', '周日', 'Sunday'),
]
export const STRATEGIES = [
  of('least_busy', '最空闲的先接', 'Least busy first'),
  of('round_robin', '轮流接', 'Round robin'),
  of('manual', '客服自己领', 'Agents take by themselves'),
]
export const DEMANDED = [
  of('nobody', '不要求', 'Of nobody'),
  of('owners', '店主必须开启', 'Of owners'),
  of('everyone', '所有人必须开启', 'Of everyone'),
]
export const REASONS = [
  of('asked', '客户要求人工', 'Asked for a person'),
  of('not_understood', '没听懂', 'Not understood'),
  of('autonomy', '该由人工回答', 'For people to answer'),
  of('anger', '情绪激动', 'Anger'),
  of('complaint', '投诉', 'Complaint'),
  of('tier', '客户等级', 'Tier'),
  of('sensitive', '敏感话题', 'Sensitive topic'),
  of('disliked', '不满意回答', 'Disliked the answer'),
  of('no_answer', '没有答案', 'No answer'),
  of('flow_rule', '办理规则', 'A task’s rule'),
]
