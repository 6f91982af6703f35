/** Small answers that mean the same in every shop. Each pattern must cover the whole message. */
const MARKS = String.raw`[\s,.!?~，。！？～…]*`
const whole = (words: string) => new RegExp(`^${MARKS}(?:${words})${MARKS}$`, 'i')

const YES_WORDS =
  "是的?|对的?|嗯+|嗯+提交|好的?|好啊|好吧|可以的?|行的?|没错|没问题|确认(?:提交)?|确定|提交吧?|就这样吧?|就这个吧?|就这些吧?|要的?|需要|有的?|拆了|拆开了|开封了|用过了?|穿过了?|yes|yep|yeah|ok(?:ay)?|sure|right|correct|confirm(?:ed)?|submit|please do|go ahead|that is right|that's right"
/** "就这些 提交吧" says it twice. */
const YES = whole(`(?:${YES_WORDS})(?:[\\s,，。]+(?:${YES_WORDS}))*`)
const NO = whole(
  '不是的?|不对|不用了?|不要了?|不行|没有|没|不|否|还没有?|没拆|没有拆|没拆封|没开封|没用过|没穿过|未拆封?|no|nope|not? (?:really|yet)|no thanks?|none',
)
const GIVES_UP =
  '(?:那|就)?(?:算了|取消|不弄了|不用办了|不搞了|先?不(?:退|换|办|弄|改|修|开|查|取消|申请)了|退出|先这样|不需要了)(?:吧|啊|哈)?'
const CANCEL = whole(
  `${GIVES_UP}(?:[\\s,，。]*(?:${GIVES_UP}|谢谢|不好意思))*|cancel(?: it| that)?|never ?mind|forget it|stop|quit|drop it|don't bother`,
)
const SKIP = whole(
  '跳过|没有了?|不用了?|无|略过|不填|没有照片|没拍|没有补充|没了|skip|no|none|nothing(?: else)?|no photos?',
)
const CORRECTS =
  /不是(?:这|那)?.{0,12}[,，\s]?是|说错|写错|填错|选错|搞错|弄错|打错|发错了?(?:订单|单号)|(?:应该|改)是|改成|换成|改为|不对|重新(?:选|填|说)|其实|\b(?:i meant|actually|instead|sorry|wrong|should be|change (?:it|that|the)|make (?:it|that)|not .{1,20} but)\b/i

export function isYes(text: string): boolean {
  return YES.test(text)
}

/** A yes with something after it. 对了 is no yes: something else comes. */
export function startsWithYes(text: string): boolean {
  return /^\s*(?:是的|对的?(?!了)|嗯+|好的?|可以|行|没错|确认|确定|提交|yes|yeah|yep|ok(?:ay)?|sure|correct|right)(?![a-z不])[^?？吗]{0,20}$/i.test(
    text,
  )
}

export function isNo(text: string): boolean {
  return NO.test(text)
}

/** Whether the shopper gives up what is being done. */
export function isCancel(text: string): boolean {
  return CANCEL.test(text)
}

export function isSkip(text: string): boolean {
  return SKIP.test(text)
}

/** Whether something said before is being put right. */
export function isCorrection(text: string): boolean {
  return CORRECTS.test(text)
}

/** Words that ask, whatever about: what stands in a free text field then is no answer. */
export function soundsLikeQuestion(text: string): boolean {
  return /[?？]|[吗呢嘛么]\s*$|什么|怎么|几点|几天|多久|多少|哪[里个些儿]|能不能|可不可以|是不是|有没有|\b(?:what|when|where|how|which|why|who|can|could|do|does|is|are|will)\b.*/i.test(
    text,
  )
}
