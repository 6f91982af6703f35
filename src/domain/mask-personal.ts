const MASKS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // What opens something: tokens, session secrets, a password in an address.
  [/\b(Bearer\s+)\S+/gi, '$1***'],
  [/(\/\/[^\s:/@]{1,100}:)[^\s/@]{1,200}@/g, '$1***@'],
  [/(?<![\w-])[\w-]{43,}(?:\.[\w-]+){0,2}(?![\w-])/g, '***'],
  // Who somebody is: e-mail, mobile and landline numbers, identity cards.
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, '***@***'],
  [/(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)/g, '***'],
  [/(?<!\d)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g, '$1****$2'],
  [/(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)/g, '***'],
  // Where somebody lives: a street with its number, and what follows up to the door.
  [/[\p{Script=Han}]{1,30}(?:路|街|大道|巷|弄|胡同|村|镇)\s?\d{1,5}\s?[号弄][\p{Script=Han}\d-]{0,20}/gu, '***'],
]

/** The text without what tells of a person or opens something: for logs, whose readers need neither. Ids stay. */
export function maskPersonal(text: string): string {
  return MASKS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text)
}
