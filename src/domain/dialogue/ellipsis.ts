import type { Entity } from '../entities.ts'

/** Words that carry no question of their own: what is left without them and the named values is the question. */
const FILLER =
  /我?[说要问]的是|那么|再|便宜|以上|块钱?|元|那种|之类|适合|送给?|那个|这个|那款|这款|那件|这件|那双|这双|的话|怎么样|如果|要是|是不是|可以|尺码|颜色|大概|左右|大约|以内|以下|不到|预算|身高|体重|订单号|单号|订单|手机号?|尾号|后四位|不是|上一单|前一单|这一?单|那一?单|换成|改成|帮我|我们|他们|我的|男朋友|女朋友|老公|老婆|妈妈|爸爸|儿子|女儿|看看|平时|一般|通常|喜欢|买给|多|来|我|你|您|他|她|它|们|那|这|个|款|件|条|双|只|台|瓶|呢|吗|嘛|么|的|了|啊|呀|哦|呗|吧|行|能|要|想|换|成|看|改|是|码|号|色|还|也|和|跟|与|给|再|送|查|穿|重|高|斤|亲|请|去|到|往|发|寄|在|就|买|拍|件/g
const FILLER_EN =
  /\b(?:what about|how about|and|or|the|one|ones|in|is|it|its|it's|size|colou?r|for|a|an|please|then|instead|this|that|i|i'm|am|my|me|about|with|to|of|also|but|not|no|ok|order|number|phone|ending|last|four|digits|usually|wear|weigh|tall|height|weight|around|under|budget|we|deliver|ship)\b/g

/**
 * Whether a message only names values ("那黑色的呢", "L呢", "165 110斤", "XM2026…"): what is asked about them was asked before.
 * `named`: other stretches of the text that name something, as a size of the product does.
 */
export function isEllipsis(text: string, entities: readonly Entity[], named: readonly string[] = []): boolean {
  let rest = text.toLowerCase()
  const stretches = [...entities.map((one) => one.text), ...named].toSorted((a, b) => b.length - a.length)
  if (stretches.length === 0) return false

  for (const stretch of stretches) rest = rest.replace(stretch.toLowerCase(), ' ')
  rest = rest
    .replace(FILLER, '')
    .replace(FILLER_EN, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
  return rest === ''
}
