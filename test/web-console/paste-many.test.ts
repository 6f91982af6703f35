import { describe, expect, it } from 'vitest'
import { pasteMany } from '../../web-console/knowledge/form/paste-many.ts'

describe('pasting many examples', () => {
  it('takes one from each line, without numbers, bullets and quotes', () => {
    const text =
      '1. 什么时候发货\r\n2、今天发吗\n（3）几天能到\n- 发货快吗\n• how soon do you ship\n"明天能发吗"\n「周末发货吗」\n\n  ④ 急用'

    expect(pasteMany(text, []).added).toEqual([
      '什么时候发货',
      '今天发吗',
      '几天能到',
      '发货快吗',
      'how soon do you ship',
      '明天能发吗',
      '周末发货吗',
      '急用',
    ])
  })

  it('leaves out what is there already, however it is written, and says how many', () => {
    const pasted = pasteMany('发货吗？\n发 货 吗\nＨｏｗ soon\nhow soon?\n几时发', ['发货吗'])

    expect(pasted).toEqual({ added: ['Ｈｏｗ soon', '几时发'], known: 3 })
  })

  it.each(['3.5 折吗', '618 有活动吗', '-5 度能穿吗', '1.5 米的床单有吗', '2:1 是什么意思', '一件也包邮吗'])(
    'leaves %s as it is',
    (words) => {
      expect(pasteMany(words, []).added).toEqual([words])
    },
  )
})
