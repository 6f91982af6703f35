import { describe, expect, it } from 'vitest'
import type { Opened } from './every-store.ts'

export function describeNodes(opened: Opened): void {
  describe('nodes', () => {
    const nodes = () => opened().storage.nodes
    const twin = () => opened().twin.storage.nodes
    const state = (id: string, browsers: readonly (readonly [string, number])[] = []) => ({
      id,
      browsers: new Map(browsers),
      knowledge: 'v1',
    })

    it('keeps the first name of the shop for all', async () => {
      expect(await nodes().shopKey('first')).toBe('first')
      expect(await twin().shopKey('second')).toBe('first')
    })

    it('shows every node as it said it is, with one beat more each time', async () => {
      await nodes().beat(state('a', [['mina', 2]]))
      await twin().beat(state('b'))
      await nodes().beat(state('a', [['zhou', 1]]))

      expect(await twin().list()).toEqual([
        { ...state('a', [['zhou', 1]]), beats: 2 },
        { ...state('b'), beats: 1 },
      ])
    })

    it('forgets a node only if it has not lived on, and once', async () => {
      await nodes().beat(state('a'))
      await nodes().beat(state('a'))

      expect(await twin().forget('a', 1)).toBe(false)
      expect(await twin().forget('a', 2)).toBe(true)
      expect(await nodes().forget('a', 2)).toBe(false)
      expect(await nodes().list()).toEqual([])
    })

    it('takes back a node that was forgotten and lives, and lets it go by itself', async () => {
      await nodes().beat(state('a'))
      await twin().forget('a', 1)
      await nodes().beat(state('a'))
      expect(await twin().list()).toMatchObject([{ id: 'a', beats: 1 }])

      await nodes().leave('a')
      expect(await twin().list()).toEqual([])
    })
  })

  describe('knowledge that all nodes serve', () => {
    const knowledge = () => opened().storage.knowledge
    const twin = () => opened().twin.storage.knowledge

    it('is what was taken up last, also if that was there before', async () => {
      expect(await knowledge().newest()).toBeUndefined()

      await knowledge().takeUp('v1', { 'shop.yaml': 'name: 一' })
      await twin().takeUp('v2', { 'shop.yaml': 'name: 二', 'faq/a.yaml': 'intents: []' })
      expect(await knowledge().newest()).toBe('v2')
      expect(await knowledge().find('v2')).toEqual({ 'shop.yaml': 'name: 二', 'faq/a.yaml': 'intents: []' })

      await knowledge().takeUp('v1', { 'shop.yaml': 'name: 一' })
      expect(await twin().newest()).toBe('v1')
      expect(await twin().find('v3')).toBeUndefined()
    })

    it('keeps the names of old versions, and the files of the newest twenty', async () => {
      for (let n = 1; n <= 23; n += 1) await knowledge().takeUp(`v${n}`, { 'shop.yaml': `# ${n}` })

      expect(await knowledge().knows('v3')).toBe(true)
      expect(await knowledge().find('v3')).toBeUndefined()
      expect(await knowledge().find('v4')).toEqual({ 'shop.yaml': '# 4' })
      expect(await knowledge().knows('v24')).toBe(false)
    })
  })
}
