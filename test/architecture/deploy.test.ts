import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../../src/config/config.ts'
import { createWatchedMetrics } from '../support/watched-metrics.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const variables = new Set([...read('.env.example').matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1] ?? ''))
/** Of the platforms, not of 小二; and what nodes of one shop share. */
const OTHERS = ['NODE_ENV', 'REDIS_URL']

/** None of these files can be built here: this holds them to what they refer to. */
describe('the board for Grafana', () => {
  interface Board {
    panels: {
      id: number
      title: string
      gridPos: { x: number; y: number; w: number; h: number }
      targets: { expr: string }[]
    }[]
  }
  const { panels } = JSON.parse(read('docs/deploy/grafana.json')) as Board

  it('asks only for metrics that there are', async () => {
    const { text } = await createWatchedMetrics().render()
    const kinds = new Map([...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].map(([, name = '', kind = '']) => [name, kind]))
    const asked = panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => [...expr.matchAll(/\b(?:xiaoer|process|nodejs)_\w+/g)].map(([name]) => name)),
    )
    const unknown = asked.filter((name) => {
      const base = name.replace(/_(?:bucket|sum|count)$/, '')
      return kinds.get(base) !== 'histogram' && !kinds.has(name)
    })

    expect(asked.length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
    expect(
      [...kinds.keys()].filter(
        (name) => !name.startsWith('process_start') && !asked.some((one) => one.startsWith(name)),
      ),
    ).toEqual([])
  })

  it('lays no panel over another', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    )

    expect(new Set(cells).size).toBe(cells.length)
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true)
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  })
})

describe('the Dockerfile', () => {
  const lines = read('docs/deploy/Dockerfile')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [, build = [], last = []] = lines.reduce<string[][]>(
    (stages, line) => {
      if (line.startsWith('FROM ')) stages.push([])
      stages.at(-1)?.push(line)
      return stages
    },
    [[]],
  )

  it('copies what is there, and only what its ignore file lets through', () => {
    const copied = build.flatMap((line) => /^COPY (.+) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    const allowed = read('docs/deploy/Dockerfile.dockerignore').split('\n').filter(Boolean)

    expect(copied.length).toBeGreaterThan(5)
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(allowed.toSorted()).toEqual(['*', ...copied.map((path) => `!${path}`)].toSorted())
  })

  it('takes along what the program reads outside of dist', () => {
    const places = ['src/understanding/tables/layout.ts', 'src/understanding/tables/words.ts'].flatMap((file) =>
      [...read(file).matchAll(/new URL\('(?:\.\.\/)+([^']+)'/g)].map(([, path = '']) => path),
    )
    const outside = places.filter((path) => !path.startsWith('dist/'))

    expect(outside.length).toBeGreaterThan(0)
    expect(outside.filter((path) => !last.includes(`COPY --from=build /app/${path} ./${path}`))).toEqual([])
  })

  it('runs as nobody in particular, stops on SIGTERM and asks whether it lives', () => {
    const at = (start: string) => last.findIndex((line) => line.startsWith(start))

    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER 10001:10001'])
    expect(at('USER ')).toBeLessThan(at('CMD '))
    expect(last.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/health/live'))).toBe(true)
    expect(last).toContain('STOPSIGNAL SIGTERM')
    expect(`node ${JSON.parse(last[at('CMD ')]?.slice(4) ?? '[]')[1]}`).toBe(
      (JSON.parse(read('package.json')) as { scripts: { start: string } }).scripts.start,
    )
  })

  it('asks whether it lives with a program that says so by its exit code', () => {
    const check = last.find((line) => line.startsWith('HEALTHCHECK ')) ?? ''
    const [program, flag, script = ''] = JSON.parse(check.slice(check.indexOf('CMD ') + 4)) as string[]

    expect([program, flag]).toEqual(['node', '-e'])
    expect(() => new Function(script)).not.toThrow()
  })

  it('keeps hadolint’s rules, as far as they can be read off a line', () => {
    const all = [...build, ...last]
    const runs = all.filter((line) => line.startsWith('RUN '))
    const installs = runs.filter((line) => line.includes('apt-get install'))
    const copies = all.filter((line) => /^COPY \S+ \S+ \S+/.test(line.replace(/--\S+ /, '')))

    // DL3014, DL3015, DL3009: -y, no recommended packages, no lists left behind.
    expect(installs.length).toBeGreaterThan(0)
    expect(
      installs.every((line) => / -y .*--no-install-recommends .*&& rm -rf \/var\/lib\/apt\/lists\/\*$/.test(line)),
    ).toBe(true)
    // DL4006, DL3003, DL3027, DL3004, DL3059: no pipe, no cd, no apt, no sudo, no two RUN in a row.
    expect(runs.filter((line) => /\|(?!\|)|\bcd |\bapt |\bsudo /.test(line))).toEqual([])
    expect(all.filter((line, at) => line.startsWith('RUN ') && all[at + 1]?.startsWith('RUN '))).toEqual([])
    // DL3021, DL3045: several files go into a folder, and a path of one's own needs a WORKDIR before it.
    expect(copies.length).toBeGreaterThan(0)
    expect(copies.filter((line) => !line.endsWith('/'))).toEqual([])
    for (const stage of [build, last]) {
      const relative = stage.findIndex((line) => /^COPY .* \.\S*$/.test(line))
      expect(stage.findIndex((line) => line.startsWith('WORKDIR /'))).toBeLessThan(relative)
    }
    // DL3006, DL3007, DL3020, DL3025: every image has a tag, COPY and no ADD, commands as JSON.
    const from = read('docs/deploy/Dockerfile').match(/^FROM .+$/gm) ?? []
    expect(from.filter((line) => !/^FROM \S+:\S+/.test(line) || line.includes(':latest'))).toEqual([])
    expect(all.filter((line) => /^ADD |^(?:CMD|ENTRYPOINT) [^[]/.test(line))).toEqual([])
  })

  it('sets only variables that there are', () => {
    const set = last.flatMap((line) => (line.startsWith('ENV ') ? line.slice(4).split(' ') : []))

    expect(set.length).toBeGreaterThan(3)
    expect(
      set.map((one) => one.split('=')[0] ?? '').filter((name) => !variables.has(name) && !OTHERS.includes(name)),
    ).toEqual([])
  })
})

describe('compose.yaml', () => {
  interface Service {
    build?: { context: string; dockerfile: string }
    environment?: Record<string, string>
    volumes?: string[]
    profiles?: string[]
    depends_on?: Record<string, { required: boolean }>
    [key: string]: unknown
  }
  const { services, volumes } = parse(read('docs/deploy/compose.yaml')) as {
    services: Record<string, Service>
    volumes: Record<string, unknown>
  }
  const { app } = services

  it('locks the app in, and opens it to this machine only', () => {
    expect(app).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      user: '10001:10001',
    })
    expect(app?.['ports']).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  })

  it('builds from the top of the repository, and mounts only volumes that it declares', () => {
    const context = join(ROOT, 'docs/deploy', app?.build?.context ?? '')
    const named = Object.values(services).flatMap((one) =>
      (one.volumes ?? []).flatMap((volume) => /^(\w+):/.exec(volume)?.[1] ?? []),
    )

    expect(existsSync(join(context, 'package.json'))).toBe(true)
    expect(existsSync(join(context, app?.build?.dockerfile ?? ''))).toBe(true)
    expect(named.toSorted()).toEqual(Object.keys(volumes).toSorted())
  })

  it('hands on only variables that there are', () => {
    const names = Object.keys(app?.environment ?? {})

    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => !variables.has(name) && !OTHERS.includes(name))).toEqual([])
  })

  it('starts a database and a relay only where they are asked for, and waits for them only then', () => {
    const others = Object.entries(services).filter(([name]) => name !== 'app')

    expect(others.map(([name, { profiles }]) => [name, profiles])).toEqual([
      ['postgres', ['postgres']],
      ['redis', ['postgres']],
    ])
    expect(Object.values(app?.depends_on ?? {}).map(({ required }) => required)).toEqual([false, false])
  })
})

describe('the systemd unit', () => {
  const KEYS: Readonly<Record<string, RegExp>> = {
    Unit: /^(?:Description|Documentation|Wants|After)$/,
    Service:
      /^(?:Type|User|Group|WorkingDirectory|Environment|EnvironmentFile|ExecStart|Restart|RestartSec|KillSignal|TimeoutStopSec|LimitNOFILE|StateDirectory|StateDirectoryMode|ReadWritePaths|UMask|NoNewPrivileges|CapabilityBoundingSet|AmbientCapabilities|RemoveIPC|LockPersonality|Protect(?:System|Home|Proc|Clock|Hostname|KernelLogs|KernelModules|KernelTunables|ControlGroups)|Private(?:Tmp|Devices)|Restrict(?:AddressFamilies|Namespaces|Realtime|SUIDSGID)|SystemCall(?:Architectures|Filter|ErrorNumber))$/,
    Install: /^WantedBy$/,
  }
  const unit = read('docs/deploy/xiaoer.service')
  const sections = unit.split(/^\[(\w+)\]$/m).slice(1)
  const pairs = sections.flatMap((text, index) =>
    index % 2 === 0
      ? []
      : text.split('\n').flatMap((line) => {
          const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? []
          return key === undefined ? [] : [{ section: sections[index - 1] ?? '', key, value: value ?? '' }]
        }),
  )

  it('has only keys that systemd knows, each where it belongs', () => {
    expect(pairs.length).toBeGreaterThan(30)
    expect(pairs.filter(({ section, key }) => !KEYS[section]?.test(key))).toEqual([])
    expect(unit.split('\n').filter((line) => line !== '' && !/^(?:#|\[\w+\]$|\w+=)/.test(line))).toEqual([])
  })

  it('starts what npm start starts, as nobody who may do more', () => {
    const value = (key: string) => pairs.find((one) => one.key === key)?.value

    expect(value('ExecStart')).toBe('/usr/bin/node dist/main.js')
    expect(value('CapabilityBoundingSet')).toBe('')
    expect([value('NoNewPrivileges'), value('ProtectSystem'), value('User')]).toEqual(['true', 'strict', 'xiaoer'])
    // It would forbid JavaScript to be compiled.
    expect(pairs.map(({ key }) => key)).not.toContain('MemoryDenyWriteExecute')
  })
})
