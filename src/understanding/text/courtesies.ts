const MARKS = String.raw`[\s,.!?;:~、。，！？；：～…-]*`

/** Words before a question that say nothing of it. Look-aheads keep 亲子装 and 你好久没回 whole. */
const OPENINGS = [
  '亲亲|亲爱的|亲(?![子戚人密肤测民自身情妈属友手生水朋])',
  '[您你]好(?:呀|啊|哦)?(?![久多像了看吃用])|哈[喽啰]|嗨|在[吗嘛么]|在不在|有人在?吗|有人在(?:不|没)?',
  '(?:我?想)?(?:请问|咨询|问)(?:一下|下(?!级|单|家|面|架|午|周|个|次))(?:[您你]们?)?|请问(?:[您你]们?)?',
  '麻烦(?:[您你]|一下)?(?:问一?下|看一?下)?(?!了|死|吗|不|[您你]了|[您你]啦)|打[扰搅](?:一?下|了(?=[\\s,.!，。！]))|不好意思',
  '(?:客服|老板|店家|掌柜|小二|店主|卖家)(?=[\\s,.!?~，。！？])',
  '(?:hi|hello(?! kitty)|hey|hiya)\\b(?: there| team| guys| folks)?|good (?:morning|afternoon|evening|day)\\b|excuse me\\b|sorry to bother(?: you)?\\b',
]
/** Words after it. */
const CLOSINGS = [
  '(?:先|十分|非常)?(?:谢谢|多谢|感谢|谢啦|谢了|蟹蟹)(?:[您你]们?|啦|了|哦|哈|亲)*|拜托(?:了|啦)?|麻烦(?:[您你])?(?:了|啦)|辛苦(?:[您你])?(?:了|啦)',
  '(?<![a-z])(?:many )?(?:thanks?(?: you)?|thx|cheers|ty)(?: (?:so much|a lot|in advance|a million))?',
]

const OPENING = new RegExp(`^(?:${MARKS}(?:${OPENINGS.join('|')}))+${MARKS}`)
const CLOSING = new RegExp(`(?:${MARKS}(?:${CLOSINGS.join('|')}))+${MARKS}$`)

/** What is left must say something: two Han characters, or one Latin word. */
const SUBSTANCE = /\p{Script=Han}.*\p{Script=Han}|[a-z]{3}/u

/**
 * The question without the greeting before and the thanks after it ("您好，麻烦问一下积分怎么用，谢谢").
 * A text that is nothing but courtesy is returned as it is: then that is what it says.
 */
export function withoutCourtesies(normalised: string): string {
  const rest = normalised.replace(OPENING, '').replace(CLOSING, '')
  return SUBSTANCE.test(rest) ? rest : normalised
}
