import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { NamedUploads } from '../../storage/doctor/named-uploads.ts'
import { type Finding, good, mind } from './finding.ts'

const SHOWN = 3
/** What was sent up a moment ago is named when its message is sent. */
const SETTLED_MILLISECONDS = 24 * 3_600_000
/** What is known of a file, and what was being written when the process ended. */
const BESIDE = /\.(?:json|part)$/

/** Whether the files that are named are there, and the other way round. */
export async function checkUploads(folder: string, named: NamedUploads, now = Date.now()): Promise<Finding[]> {
  const names = await listFiles(folder)
  const there = new Set(names)
  const missing = [...named.shown].filter((name) => !there.has(name)).toSorted()
  const unnamed = await settled(
    folder,
    names.filter(
      (name) => !named.mentioned.has(name.replace(BESIDE, '').replace(BESIDE, '')) || name.endsWith('.part'),
    ),
    now,
  )
  const findings = [...toMissing(missing, folder), ...toUnnamed(unnamed, folder)]
  if (findings.length > 0) return findings
  const count = named.shown.size
  return [
    good('uploads', `${count} 个发来的图片和文件都在`, `All ${count} pictures and files that were sent are there`),
  ]
}

function toMissing(missing: readonly string[], folder: string): Finding[] {
  if (missing.length === 0) return []
  const few = firstOf(missing)
  return [
    mind(
      'uploads',
      [
        `消息、售后单或快捷短语里的 ${missing.length} 个图片或文件不在了（${few}）`,
        `${missing.length} pictures or files of messages, cases or canned replies are not there (${few})`,
      ],
      [
        `从备份里找回 ${folder}；多台机器要共用这个文件夹`,
        `Bring ${folder} back from a backup; several machines must share this folder`,
      ],
    ),
  ]
}

function toUnnamed(unnamed: readonly string[], folder: string): Finding[] {
  if (unnamed.length === 0) return []
  const few = firstOf(unnamed)
  return [
    mind(
      'uploads',
      [
        `${unnamed.length} 个文件没有任何消息用到，也放了一天以上（${few}）`,
        `${unnamed.length} files are named nowhere, and a day old or more (${few})`,
      ],
      [
        `没发出去的、撤回的都在其中；先备份，再从 ${folder} 删除`,
        `What was never sent, and what was taken back, is among them; back up, then delete them from ${folder}`,
      ],
    ),
  ]
}

function firstOf(names: readonly string[]): string {
  return names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} …` : names.join(', ')
}

/** The folder of the marks by which nodes find out whether they share it is none. */
async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true })
    return found.flatMap((one) => (one.isFile() ? [one.name] : [])).toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function settled(folder: string, names: readonly string[], now: number): Promise<readonly string[]> {
  const old: string[] = []
  for (const name of names) {
    // A draft may have got its name since the folder was read.
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && found.mtimeMs < now - SETTLED_MILLISECONDS) old.push(name)
  }
  return old
}
