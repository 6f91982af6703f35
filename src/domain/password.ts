import { AppError } from './errors.ts'

export const MIN_PASSWORD = 8
export const MAX_PASSWORD = 128

/** What everybody tries first, by itself or with figures behind it. */
const COMMON_WORDS = [
  ...['password', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'iloveyou'],
  ...['woaini', 'admin', 'administrator', 'root', 'welcome', 'letmein', 'sunshine', 'princess', 'football', 'baseball'],
  ...['dragon', 'monkey', 'shadow', 'master', 'superman', 'batman', 'michael', 'charlie', 'jordan', 'freedom', 'login'],
  ...[
    'secret',
    'changeme',
    'default',
    'test',
    'guest',
    'user',
    'xiaoer',
    'kefu',
    'taobao',
    'tianmao',
    'tmall',
    'dianzhu',
  ],
  ...['abc', 'abcd', 'abcde', 'aaaa', 'qwer', 'qwerasdf', 'asdf', 'zaq', 'trustno', 'starwars', 'whatever', 'computer'],
  ...[
    'internet',
    'service',
    'manager',
    'mima',
    'nihao',
    'wodemima',
    'ilove',
    'hello',
    'helloworld',
    'qazwsx',
    'qazwsxedc',
  ],
]
const COMMON = new Set([
  '1q2w3e4r',
  '1q2w3e4r5t',
  '1qaz2wsx',
  'q1w2e3r4',
  '1qazxsw2',
  'zaq12wsx',
  'abc123456',
  'a1b2c3d4',
])

/** Throws `password_weak` for one that whoever guesses tries among the first. Length is counted in characters. */
export function requireStrongPassword(password: string, login: string): void {
  const length = [...password].length
  if (length < MIN_PASSWORD || length > MAX_PASSWORD || isCommon(password, login)) throw new AppError('password_weak')
}

function isCommon(password: string, login: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  const word = folded.replace(/[\d\W_]+$/u, '')
  return (
    COMMON.has(folded) ||
    COMMON_WORDS.includes(folded) ||
    COMMON_WORDS.includes(word) ||
    word === login.toLowerCase() ||
    folded === login.toLowerCase() ||
    isRow(folded)
  )
}

/** `11111111`, `12345678`, `87654321`, a birthday or a phone number: figures only, or one character over and over. */
function isRow(text: string): boolean {
  return new Set(text).size <= 2 || (/^\d+$/.test(text) && text.length < 12) || '01234567890123456789'.includes(text)
}
