import { describe, expect, it } from 'vitest'
import { detectMood } from '../../src/understanding/mood.ts'
import { normalise } from '../../src/understanding/text/normalise.ts'

describe('detectMood', () => {
  it.each([
    '你们这是什么垃圾店',
    '氣死我了',
    '你们就是骗子',
    '太过分了吧！！！',
    '什么破客服',
    '耍我呢是吧',
    '客服这什么态度',
    'SB 客服',
    'this is ridiculous',
    'WTF is going on',
    'worst shop ever',
    "you're all liars",
    'I am so angry right now',
    'I am fed up with waiting',
  ])('hears anger in %j', (text) => {
    expect(detectMood(normalise(text))).toBe('angry')
  })

  it.each([
    '很着急 能快点吗',
    '帮我取消订单',
    'cancel my order please',
    'hurry up please',
    '收到就坏了',
    '我要投诉',
    '滚筒洗衣机能放吗',
    '垃圾袋有大号的吗',
    'usb 接口的有吗',
    '送给他妈妈的 包装好看点',
    '打个八折不过分吧',
    '接到个骗子电话说要退款',
    'is this call a scam',
    'do you sell garbage bags',
    '袋子破了',
  ])('hears no anger in %j', (text) => {
    expect(detectMood(normalise(text))).toBe('calm')
  })
})
