import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { toIntentId } from '../../web-console/knowledge/form/intent-id.ts'

const spell = (text: string) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })

describe('the id of a new intent', () => {
  it.each([
    ['发货时间', 'fa_huo_shi_jian'],
    ['How soon do you ship?', 'how_soon_do_you_ship'],
    ['T 恤尺码', 't_xu_chi_ma'],
    ['618 活动', 'q_618_huo_dong'],
    ['女装（绿色）', 'nv_zhuang_lv_se'],
    ['？！', 'intent'],
  ])('of %s is %s', (title, id) => {
    expect(toIntentId(title, spell, new Set())).toBe(id)
  })

  it('gets a number where it is taken, and keeps to whole words where it is long', () => {
    expect(toIntentId('发货', spell, new Set(['fa_huo', 'fa_huo_2']))).toBe('fa_huo_3')
    const long = toIntentId('如果我收到的商品和页面描述的不一样应该怎么办呢', spell, new Set())

    expect(long.length).toBeLessThanOrEqual(40)
    expect(long).toMatch(/^ru_guo_wo(_[a-z]+)+$/)
  })
})
