import { describe, expect, it } from 'vitest'
import {
  isCancel,
  isCorrection,
  isNo,
  isSkip,
  isYes,
  soundsLikeQuestion,
  startsWithYes,
} from '../../../src/domain/dialogue/phrases.ts'

/** Phrases of a kind, and phrases that look like it and are not. */
const KINDS: readonly (readonly [string, (text: string) => boolean, readonly string[], readonly string[]])[] = [
  [
    'a yes',
    isYes,
    ['是', '是的', '对', '嗯嗯', '好的～', '可以', '确认提交', '拆了', 'Yes', 'ok.', 'go ahead', "that's right"],
    ['是吗', '好像不对', '可以退吗', '不是', '对了，几点下班', 'yes but no', '没拆', 'okay so where is it'],
  ],
  [
    'a no',
    isNo,
    ['不', '不是', '不用了', '没有', '还没有', '没拆封', 'no', 'Nope', 'not yet', 'no thanks'],
    ['不是这单', '没有收到货', '不好用', 'no idea', 'not working', 'know'],
  ],
  [
    'a cancel',
    isCancel,
    ['算了', '那算了吧', '取消', '先不退了', '不换了', '算了不退了', '取消，谢谢', 'cancel it', 'never mind', 'stop'],
    ['取消订单', '怎么取消', '不退', '不想换了再说', 'cancel my order', 'cancelled yesterday'],
  ],
  [
    'a skip',
    isSkip,
    ['跳过', '没有', '不用了', '无', '没有照片', 'skip', 'nothing else', 'no photo'],
    ['没有收到', '跳过这一步行吗', 'none of these', 'nothing works'],
  ],
  [
    'a correction',
    isCorrection,
    [
      '不是这单，是上一单',
      '写错了',
      '改成L码',
      '应该是红色',
      '其实是质量问题',
      'actually M',
      'not the dress but the hat',
    ],
    ['好的', '红色', '尺码不合适', 'the blue one', 'yes'],
  ],
  [
    'a question',
    soundsLikeQuestion,
    [
      '几点下班',
      '这个能退吗',
      '多少钱?',
      '可不可以换',
      '什么时候发货',
      'where is it',
      'can I pay later',
      '退款多久到呢',
    ],
    ['太大了', '质量不好', '请放门口', 'too big', 'it came broken'],
  ],
]

describe.each(KINDS)('%s', (_kind, is, yes, no) => {
  it.each(yes)('is "%s"', (text) => {
    expect(is(text)).toBe(true)
  })

  it.each(no)('is not "%s"', (text) => {
    expect(is(text)).toBe(false)
  })
})

describe('a yes with something after it', () => {
  it.each(['好的，就退这个', '对，没问题', '确认，快点吧', 'yes please send it', 'ok then'])('is "%s"', (text) => {
    expect(startsWithYes(text)).toBe(true)
  })

  it.each(['好的吗', '可以退吗？', '是不是要先寄', '好不好', 'okra', '退吧'])('is not "%s"', (text) => {
    expect(startsWithYes(text)).toBe(false)
  })
})
