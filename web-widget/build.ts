import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildEnvironmentOptions, build, type InlineConfig, type Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const outDir = join(here, '../dist/public')
/** Bytes after gzip. A shop's page pays for the loader on every view, for the panel when somebody asks. */
const LIMITS = { loader: 2.5 * 1024, panel: 35 * 1024 }

/**
 * Parts of Engine.IO that tree-shaking cannot drop and the widget never uses: WebTransport, XHR (polling by `fetch` is a
 * third of it, and sets no `unload` handler that would keep pages out of the back/forward cache), binary packets and
 * addresses that `URL` cannot read.
 */
const LIGHTER: Readonly<Record<string, string>> = {
  'engine.io-client/build/esm/transports/index.js': `
    import { Fetch } from './polling-fetch.js'
    import { WS } from './websocket.node.js'
    export const transports = { websocket: WS, polling: Fetch }`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js'
    export const encodePacket = ({ type, data }, binary, give) => give(PACKET_TYPES[type] + (data || ''))
    export const encodePacketToBinary = () => {}`,
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const decode = () => new ArrayBuffer(0)',
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export const parse = (address) => {
      const { protocol, hostname, port, search } = new URL(address)
      return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[]]/g, ''), port, query: search.slice(1) }
    }`,
}

const lighterSocket: Plugin = {
  name: 'lighter-socket',
  load(id) {
    return Object.entries(LIGHTER).find(([path]) => id.endsWith(path))?.[1]
  },
}

const base: InlineConfig = {
  configFile: false,
  root: here,
  logLevel: 'warn',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}
const shared: BuildEnvironmentOptions = {
  outDir,
  emptyOutDir: false,
  target: 'es2022',
  cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  modulePreload: false,
  copyPublicDir: false,
}

async function buildPanel(): Promise<string> {
  await rm(join(outDir, 'widget'), { recursive: true, force: true })
  await build({
    ...base,
    plugins: [lighterSocket],
    build: {
      ...shared,
      sourcemap: true,
      rolldownOptions: {
        input: join(here, 'panel/main.tsx'),
        preserveEntrySignatures: 'strict',
        // They do not say so in their package.json, but importing them does nothing.
        treeshake: { moduleSideEffects: (id) => !/node_modules\/(@socket\.io|engine\.io)/.test(id) },
        output: { format: 'es', entryFileNames: 'widget/panel-[hash].js', chunkFileNames: 'widget/[name]-[hash].js' },
      },
    },
  })
  const files = await readdir(join(outDir, 'widget'))
  const entry = files.find((name) => name.startsWith('panel-') && name.endsWith('.js'))
  if (!entry) throw new Error('The panel was not built.')
  return `widget/${entry}`
}

async function buildLoader(panelPath: string): Promise<void> {
  await build({
    ...base,
    define: { ...base.define, PANEL_PATH: JSON.stringify(panelPath) },
    build: {
      ...shared,
      rolldownOptions: {
        input: join(here, 'loader/main.ts'),
        output: { format: 'iife', entryFileNames: 'widget.js' },
      },
    },
  })
}

async function weigh(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (name) => gzipSync(await readFile(join(outDir, name)), { level: 9 }).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function report(name: keyof typeof LIMITS, bytes: number): void {
  const verdict = bytes <= LIMITS[name] ? 'ok' : 'TOO HEAVY'
  console.log(`widget ${name}: ${(bytes / 1024).toFixed(2)} KB gz of ${(LIMITS[name] / 1024).toFixed(1)} · ${verdict}`)
  if (bytes > LIMITS[name]) process.exitCode = 1
}

await buildLoader(await buildPanel())
const panelFiles = (await readdir(join(outDir, 'widget'))).filter((name) => name.endsWith('.js'))
report('loader', await weigh(['widget.js']))
report('panel', await weigh(panelFiles.map((name) => `widget/${name}`)))
