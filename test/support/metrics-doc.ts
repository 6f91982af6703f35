import type { Figure, FigureArea, InBoth } from '../../src/domain/metrics/figure.ts'
import { FIGURES } from '../../src/domain/metrics/figures.ts'

type Lang = keyof InBoth

const AREAS: Readonly<Record<FigureArea, InBoth>> = {
  bot: { zh: '小二', en: '小二' },
  desk: { zh: '人工', en: 'People' },
  quality: { zh: '服务质量', en: 'Quality' },
  sales: { zh: '销售', en: 'Sales' },
}
const FACTS: Readonly<Record<Figure['of'], InBoth>> = {
  sessions: { zh: '会话', en: 'conversations' },
  turns: { zh: '问题', en: 'questions' },
  responses: { zh: '等人工回复的每一次', en: 'waits for a person' },
  holds: { zh: '客服每一次持有', en: 'holds of an agent' },
  proposals: { zh: '该由人工回的消息', en: 'messages for people' },
  complaints: { zh: '投诉单', en: 'complaints' },
  sales: { zh: '询单与老客回访', en: 'inquiries and comebacks' },
}
const UNITS: Readonly<Record<Figure['unit'], InBoth>> = {
  count: { zh: '个', en: 'count' },
  share: { zh: '%', en: '%' },
  time: { zh: '时长', en: 'time' },
  money: { zh: '金额', en: 'money' },
  ratio: { zh: '比值', en: 'ratio' },
  score: { zh: '分', en: 'score' },
}

const OPENING: InBoth = {
  zh: `# 指标口径

控制台里每个数字都按这一页算：鼠标停在数字上看到的就是这里的公式，点开数字看到的就是被数进去的那些会话。这一页由代码里的定义生成，测试保证两边一字不差。

## 先说清楚的几件事

- **会话**：一位买家从开口到结束的一次对话，算一个会话。买家一句话没说的不算。
- **归到哪一天**：会话算在它开始的那一天；问题、回复、持有算在它们自己发生的那一天。日子和钟点按店铺的时区。
- **排队的钟**：从转人工那一刻开始走，小二之后说什么都不算回复。无人值守时的留言、客服主动接管和回访不算排队。
- **谁的**：一个会话算最后接待它的客服；转接过的，每位客服手上的时间各算各的。
- **等级**：按客户现在的等级。**渠道**：目前只有网页（\`web\`）。
- **询单**：聊到某件商品（买家发来、从商品页问起、或小二答的是这件商品），并且没有聊到已有订单的会话。
- **72 小时**：订单归给下单前 72 小时内最近的一次询单；72 小时过了还没下单，才算流失。
- **谁促成的**：没有客服说话的算小二；客服用过小二的建议的算小二辅助；其余算客服。
- **平均**：时长都是平均数。
- **延迟**：数字跟在聊天后面几秒钟。停电、崩溃都不会漏；\`xiaoer figures rebuild\` 可以把所有数字从消息重新数一遍，中途断了接着数。`,
  en: `# What the figures mean

Every number of the console is counted by this page: what you see when the pointer rests on a number is the formula here, and what you see when you open it are the very conversations that were counted. The page is made from the definitions in the code, and a test holds the two together.

## First of all

- **Conversation**: one talk of a shopper from its first word to its end. One in which the shopper never said a word does not count.
- **Which day**: a conversation counts on the day it began; questions, responses and holds on the day they happened. Days and hours are those of the shop's time zone.
- **The clock of the queue** starts at the handoff; what 小二 says after that is no response. Messages left while nobody was on duty, take-overs and follow-ups do not wait in the queue.
- **Whose**: a conversation counts for the agent who had it last; after a transfer each agent's own time counts for them.
- **Tier**: the customer's tier as it is now. **Channel**: the web page (\`web\`) is the only one so far.
- **Inquiry**: a conversation about a product (sent by the shopper, begun on its page, or answered about by 小二) and not about an order that exists.
- **72 hours**: an order counts for the last inquiry within the 72 hours before it; an inquiry is lost once 72 hours have passed without one.
- **Who sold it**: 小二 where no agent spoke; 小二 assisting where an agent used a suggestion; people otherwise.
- **Means**: times are arithmetic means.
- **Delay**: the figures follow the chat by seconds. Neither a power cut nor a crash loses anything; \`xiaoer figures rebuild\` counts everything anew from the messages, and goes on where it was cut off.`,
}

/** docs/metrics.md, Chinese first. */
export function metricsDoc(): string {
  return `${(['zh', 'en'] as const).map(toPart).join('\n\n---\n\n')}\n`
}

function toPart(lang: Lang): string {
  const areas = (Object.keys(AREAS) as FigureArea[]).map((area) => {
    const figures = FIGURES.filter((figure) => figure.area === area)
    return [
      `## ${AREAS[area][lang]}${lang === 'zh' ? '指标' : ' figures'}`,
      ...figures.map((one) => toSection(one, lang)),
    ].join('\n\n')
  })
  return [OPENING[lang], ...areas].join('\n\n')
}

function toSection(figure: Figure, lang: Lang): string {
  const { id, name, formula, numerator, denominator, of, unit } = figure
  const [top, below, counts] = lang === 'zh' ? ['分子', '分母', '数的是'] : ['Numerator', 'Denominator', 'Counts']
  const parts = [
    `${top}: ${numerator.words[lang]}`,
    ...(denominator ? [`${below}: ${denominator.words[lang]}`] : []),
    `${counts}: ${FACTS[of][lang]} · ${UNITS[unit][lang]}`,
  ]
  const lines = parts.map((part) => `- ${lang === 'zh' ? part.replace(': ', '：') : part}`)
  return `### ${name[lang]} \`${id}\`\n\n${formula[lang]}\n\n${lines.join('\n')}`
}
