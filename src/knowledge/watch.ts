import { type FSWatcher, watch } from 'chokidar'

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MILLISECONDS = 150

/** Calls back after every settled change of a YAML file in the folder. The returned function stops it. */
export function watchFolder(folder: string, onChange: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const watcher: FSWatcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !/\.ya?ml$/.test(path),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, SETTLE_MILLISECONDS)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
