import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/config/config.ts'
import { TEST_SHOP } from '../support/test-knowledge.ts'

interface Ended {
  readonly code: number
  readonly said: string
  readonly complained: string
}

/** Runs `xiaoer` from the sources, as a program of its own: only so does it have an exit code. */
const xiaoer = (...parameters: readonly string[]) => xiaoerWith({}, ...parameters)

function xiaoerWith(environment: Readonly<Record<string, string>>, ...parameters: readonly string[]): Promise<Ended> {
  const command = ['--import', 'tsx', 'src/cli/xiaoer.ts', ...parameters]
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', ...environment }
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT, env }, (error, said, complained) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said, complained })
    })
  })
}

describe('xiaoer eval', () => {
  it.each([
    ['a noise that there is none of', ['--noise', 'loud'], /^There is no noise "loud"\. Choose one of: typo, .+\.\n$/],
    ['a risk of more than all', ['--risk', '4'], /^"4" is no risk\. Write a share of wrong answers, as 0\.04\.\n$/],
    ['a file that is not there', [], /^\/no\/such\/rows\.tsv cannot be read\. .+\n$/],
  ])('ends with code 1, and one sentence, after %s', async (_, parameters, sentence) => {
    const ended = await xiaoer('eval', '--knowledge', TEST_SHOP, '--file', '/no/such/rows.tsv', ...parameters)

    expect(ended).toEqual({ code: 1, said: '', complained: expect.stringMatching(sentence) })
  })
})

describe('xiaoer backup and restore', () => {
  it.each([
    ['backup', ['backup', '/tmp/nowhere'], 'pg_dump --format=custom --file=xiaoer.dump "$DATABASE_URL"'],
    ['restore', ['restore', '/tmp/nowhere'], 'pg_restore --clean'],
  ])('%s names PostgreSQL’s own tool, and never the password', async (_, parameters, command) => {
    const ended = await xiaoerWith({ DATABASE_URL: 'postgres://shop:hunter2@127.0.0.1/xiaoer' }, ...parameters)

    expect(ended).toEqual({ code: 1, said: '', complained: expect.stringContaining(command) })
    expect(ended.complained).not.toContain('hunter2')
  })

  it('asks for a folder, in the language of the terminal', async () => {
    const ended = await xiaoerWith({ LC_ALL: 'zh_CN.UTF-8', DATABASE_URL: '', BACKUP_DIR: '' }, 'backup')

    expect(ended).toEqual({ code: 1, said: '', complained: expect.stringContaining('写明备份放到哪个文件夹') })
  })

  it('says what is no backup', async () => {
    const ended = await xiaoerWith({ DATABASE_URL: '' }, 'restore', '/no/such/backup')

    expect(ended).toEqual({
      code: 1,
      said: '',
      complained: expect.stringMatching(/^\/no\/such\/backup is no whole backup/),
    })
  })
})

describe('xiaoer doctor', () => {
  it('ends with code 1 where something is wrong, and says the same to programs', async () => {
    const broken = { KNOWLEDGE_DIR: '/no/such/knowledge', DATA_DIR: '/no/such/data', DATABASE_URL: '', PORT: '0' }

    const [people, program] = await Promise.all([
      xiaoerWith({ ...broken, LC_ALL: 'zh_CN.UTF-8' }, 'doctor'),
      xiaoerWith(broken, 'doctor', '--json'),
    ])
    const told = JSON.parse(program.said) as {
      ok: boolean
      findings: { check: string; level: string; mend?: string }[]
    }

    expect(people.code).toBe(1)
    expect(people.said).toMatch(
      /^✓ Node\.js [\s\S]*\n✗ 知识有[\s\S]*\n {2}→ 改好后用 xiaoer check[\s\S]*\n1 处要改。\n$/,
    )
    expect(program.code).toBe(1)
    expect(told.ok).toBe(false)
    expect(told.findings.find(({ level }) => level === 'wrong')).toMatchObject({
      check: 'knowledge',
      mend: expect.stringContaining('xiaoer check'),
    })
  })

  it('takes a wrong environment for a finding', async () => {
    const ended = await xiaoerWith({ PORT: 'abc' }, 'doctor')

    expect(ended.code).toBe(1)
    expect(ended.said).toMatch(/^✗ The environment has mistakes[\s\S]*PORT: [\s\S]*1 to mend\.\n$/)
  })
})
