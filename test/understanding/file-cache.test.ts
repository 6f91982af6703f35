import { readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createEntityReader } from '../../src/understanding/entities/entity-reader.ts'
import { createFileCache } from '../../src/understanding/file-cache.ts'
import { createMatcher } from '../../src/understanding/matcher.ts'
import type { Model } from '../../src/understanding/model.ts'
import { trainModel } from '../../src/understanding/train-model.ts'
import { openFolder } from '../knowledge/shop-folder.ts'
import { SMALL_SHOP } from './small-shop.ts'

const MODEL = trainModel(SMALL_SHOP)
const MESSAGES = [
  '今天拍今天能发吗',
  '快递走到哪里了',
  'i want a reufnd',
  '我要 tuikuan',
  '可以开发票吗？另外什么时候发货',
  '明天会下雨吗',
]

function answersOf(model: Model) {
  const { understand, answerAbove } = createMatcher(model, createEntityReader([]), 'UTC')
  return [...MESSAGES.map((text) => understand({ text, locale: 'zh', at: 0 })), answerAbove(0.1)]
}

/** Keeps a model under each key, one second after the other, long ago. */
async function keepLongAgo(folder: string, keys: readonly string[]): Promise<void> {
  for (const [second, key] of keys.entries()) {
    await createFileCache<Model>(folder, '.model').keep(key, MODEL)
    await utimes(join(folder, `${key}.model`), second, second)
  }
}

describe('the cache of models', () => {
  it('gives a second start a model that answers as the first one did', async () => {
    await using folder = await openFolder({})
    await createFileCache<Model>(folder.path, '.model').keep('small', MODEL)

    const kept = await createFileCache<Model>(folder.path, '.model').find('small')

    expect(kept).toEqual(MODEL)
    expect(kept && answersOf(kept)).toEqual(answersOf(MODEL))
  })

  it('has no model of another key, nor of a folder that is not there', async () => {
    await using folder = await openFolder({})
    await createFileCache<Model>(folder.path, '.model').keep('small', MODEL)

    expect(await createFileCache<Model>(folder.path, '.model').find('other')).toBeUndefined()
    expect(await createFileCache<Model>(join(folder.path, 'nowhere'), '.model').find('small')).toBeUndefined()
  })

  it('makes the folder it needs, and leaves no draft in it', async () => {
    await using folder = await openFolder({})
    const nested = join(folder.path, 'data', 'models')

    await createFileCache<Model>(nested, '.model').keep('small', MODEL)

    expect(await readdir(nested)).toEqual(['small.model'])
  })

  it('keeps at most four, and lets the one go that was longest unused', async () => {
    await using folder = await openFolder({})
    await keepLongAgo(folder.path, ['a', 'b', 'c', 'd'])
    await createFileCache<Model>(folder.path, '.model').keep('e', MODEL)

    expect((await readdir(folder.path)).sort()).toEqual(['b.model', 'c.model', 'd.model', 'e.model'])
  })

  it('counts a model that was found as used: an owner may take an edit back', async () => {
    await using folder = await openFolder({})
    await keepLongAgo(folder.path, ['a', 'b', 'c', 'd'])
    const cache = createFileCache<Model>(folder.path, '.model')

    expect(await cache.find('a')).toEqual(MODEL)
    await cache.keep('e', MODEL)

    expect((await readdir(folder.path)).sort()).toEqual(['a.model', 'c.model', 'd.model', 'e.model'])
  })

  it('lets several processes keep and let go in one folder at the same time', async () => {
    await using folder = await openFolder({})
    const keys = ['a', 'b', 'c', 'd', 'e', 'a', 'a', 'f']

    await Promise.all(keys.map((key) => createFileCache<Model>(folder.path, '.model').keep(key, MODEL)))
    await createFileCache<Model>(folder.path, '.model').keep('g', MODEL)

    const names = await readdir(folder.path)
    expect(names).toHaveLength(4)
    expect(names).toContain('g.model')
  })

  it('keeps one file of a model that is kept again', async () => {
    await using folder = await openFolder({})
    await keepLongAgo(folder.path, ['a', 'b', 'c', 'd', 'd', 'd'])

    expect(await readdir(folder.path)).toHaveLength(4)
  })

  it('lets go of old models and of drafts that a crash left, and of nothing else', async () => {
    await using folder = await openFolder({ 'notes.txt': 'mine', 'half.model.123': 'a draft that a crash left' })
    await utimes(join(folder.path, 'half.model.123'), 1, 1)
    await keepLongAgo(folder.path, ['a', 'b', 'c', 'd', 'e'])

    expect(await readdir(folder.path)).toEqual(['b.model', 'c.model', 'd.model', 'e.model', 'notes.txt'])
  })
})

describe('a damaged file', () => {
  it.each([
    ['empty', (path: string) => writeFile(path, '')],
    ['no archive', (path: string) => writeFile(path, 'not a model')],
    ['an archive of something else', (path: string) => writeFile(path, gzipSync('not a model'))],
    ['cut short', async (path: string) => truncate(path, Math.floor((await stat(path)).size / 2))],
  ])('is as good as none, and is written anew: %s', async (_, damage) => {
    await using folder = await openFolder({})
    const [cache, path] = [createFileCache<Model>(folder.path, '.model'), join(folder.path, 'small.model')]
    await cache.keep('small', MODEL)
    const whole = await readFile(path)
    await damage(path)

    expect(await cache.find('small')).toBeUndefined()
    await cache.keep('small', MODEL)
    expect(await readFile(path)).toEqual(whole)
    expect(await cache.find('small')).toEqual(MODEL)
  })
})
