import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether nodes really share the folder of uploads: each leaves a mark in it. No upload is ever called like one. */
export interface UploadMarkers {
  leave(node: string): Promise<void>
  sees(node: string): Promise<boolean>
  remove(node: string): Promise<void>
}

export function createUploadMarkers(folder: string): UploadMarkers {
  const marks = join(folder, '.nodes')
  return {
    leave: async (node) => {
      await mkdir(marks, { recursive: true })
      await writeFile(join(marks, node), '')
    },
    sees: (node) =>
      access(join(marks, node)).then(
        () => true,
        () => false,
      ),
    remove: (node) => rm(join(marks, node), { force: true }),
  }
}
