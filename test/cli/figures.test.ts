import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { openStorage } from '../../src/app/open-storage.ts'
import { figures } from '../../src/cli/figures.ts'
import { loadConfig } from '../../src/config/config.ts'
import { openFolder } from '../knowledge/shop-folder.ts'
import { givenMonday } from '../support/figures-fixture.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

afterEach(() => vi.restoreAllMocks())

it('counts a shop anew beside its server, and says how much it was', async () => {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
  await using folder = await openFolder({})
  const config = loadConfig({ DATA_DIR: join(folder.path, 'data'), KNOWLEDGE_DIR: TEST_SHOP })
  const server = await openStorage(config)
  await givenMonday(server)

  const code = await figures(config, 'rebuild', 'zh')

  expect([code, said]).toEqual([0, ['数完了 15 个会话。']])
  expect(await server.storage.facts.countBehind(1)).toBe(0)
  await expect(figures(config, 'count', 'zh')).rejects.toThrow('用法：xiaoer figures rebuild')
  await server.storage.close()
})
