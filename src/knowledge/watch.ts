import { type FSWatcher, watch } from 'chokidar'

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MILLISECONDS = 150

/** Resolves once it watches; from then on it calls back after every settled change of a YAML file. The function given back stops it. */
export async function watchFolder(folder: string, onChange: () => void): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined
  const watcher: FSWatcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !/\.ya?ml$/.test(path),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, SETTLE_MILLISECONDS)
  })
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
