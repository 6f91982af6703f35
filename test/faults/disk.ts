import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('./disk.c', import.meta.url))

/** Whether `disk.c` can be compiled and loaded here. */
export const canCompile = process.platform === 'linux' && spawnSync('gcc', ['--version']).error === undefined

export const NEEDS = 'disk.c is compiled with gcc and loaded with LD_PRELOAD: needs Linux and gcc'

/** Compiles `disk.c`; the library goes into the server's LD_PRELOAD. */
export function compileDisk(): Disposable & { readonly library: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-disk-'))
  const library = join(folder, 'disk.so')
  execFileSync('gcc', ['-Wall', '-O2', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl'])
  return { library, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A data folder whose disk keeps, when the power fails, what was synced and nothing else. */
export interface FragileDisk extends AsyncDisposable {
  readonly dataDir: string
  readonly environment: Readonly<Record<string, string>>
  /** Lets every sync fail with EIO, or work again. */
  fail(fails: boolean): Promise<void>
  /** Puts the folder into the state that a power loss would leave. The server must be dead. */
  losePower(): Promise<void>
}

export async function createFragileDisk(library: string): Promise<FragileDisk> {
  const home = await mkdtemp(join(tmpdir(), 'xiaoer-fragile-'))
  const dataDir = join(home, 'data')
  const survives = join(home, 'survives')
  const fails = join(home, 'fails')
  await mkdir(survives)
  return {
    dataDir,
    environment: {
      DATA_DIR: dataDir,
      LD_PRELOAD: library,
      DISK_OF: dataDir,
      DISK_SURVIVES: survives,
      DISK_FAILS: fails,
    },
    fail: (yes) => (yes ? writeFile(fails, '') : rm(fails)),
    losePower: async () => {
      for (const name of await readdir(dataDir)) {
        // Models can be learnt again, and would only cost time here.
        if (name !== 'models') await rm(join(dataDir, name), { recursive: true })
      }
      for (const name of await readdir(survives)) {
        if (!name.endsWith('.next')) await cp(join(survives, name), join(dataDir, name))
      }
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}
