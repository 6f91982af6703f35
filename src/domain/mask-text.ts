import { maskAddress, maskPhone } from './customer.ts'

const HIDDEN = '***'

const PHONES =
  /(?<![\w.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\w)|\+\d[\d ()-]{6,16}\d(?!\w)|(?<![\w-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?![\w-])/g
const LANDLINES = /(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)/g
const IDENTITY_CARDS = /(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)/g
/** What opens something: a token, a session, an invitation. */
const SECRETS = /(?<=\bBearer\s)\S+|(?<![\w-])[\w-]{43,}(?:\.[\w-]+){0,2}(?![\w-])/gi
const EMAILS = /[\w.+-]+(?::[^\s/@]+)?@(?=[\w-]+(?:\.[\w-]+)*)/g
/** From the road or the town on to the house: 文三路 138 号 2 栋 501. */
const HAN_ADDRESSES =
  /[\p{Script=Han}\d]{2,20}(?:路|街|道|巷|弄|村|镇|小区|胡同)[\p{Script=Han}A-Za-z\d\s-]{0,12}?\d+\s*(?:号|弄|栋|幢|单元|室|楼)[\p{Script=Han}A-Za-z\d-]*(?:\s*\d+\s*(?:号|栋|幢|单元|室|楼)?)*/gu
const LATIN_ADDRESSES =
  /(?<!\w)\d{1,5}[A-Za-z]? (?:[A-Z][\w']+ ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way)\b\.?/g

/** A text without secrets, telephone numbers, mailboxes and addresses; enough of each is left to know it again. */
export function maskText(text: string): string {
  if (text.length < 6) return text
  return text
    .replace(SECRETS, HIDDEN)
    .replace(IDENTITY_CARDS, HIDDEN)
    .replace(LANDLINES, HIDDEN)
    .replace(PHONES, (phone) => maskPhone(phone.replace(/[^\d+]/g, '')))
    .replace(EMAILS, (mailbox) => `${mailbox.slice(0, 1)}***@`)
    .replace(HAN_ADDRESSES, maskAddress)
    .replace(LATIN_ADDRESSES, maskAddress)
}
