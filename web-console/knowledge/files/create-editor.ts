import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { type Diagnostic, linter, lintGutter, lintKeymap } from '@codemirror/lint'
import { unifiedMergeView } from '@codemirror/merge'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  type Tooltip,
} from '@codemirror/view'
import type { ProblemView } from '../../../src/protocol/editing.ts'
import type { Locale } from '../../texts/use-texts.ts'
import { type Proposal, proposeAt, type YamlHelp } from './complete-yaml.ts'
import { EDITOR_LOOKS } from './editor-theme.ts'
import { hoverAt } from './hover-yaml.ts'

export interface Checked {
  readonly problems: readonly ProblemView[]
  readonly warnings: readonly ProblemView[]
}

export interface EditorDeps {
  readonly label: string
  readonly locale: Locale
  readonly phrases: Readonly<Record<string, string>>
  readonly help: () => YamlHelp
  /** What is wrong with a text; asked for after a pause in typing. */
  readonly check: (text: string) => Promise<Checked>
  readonly onChange: (text: string) => void
  /** The line that the cursor has come to. */
  readonly onLine?: (line: number) => void
}

export interface Editor {
  text(): string
  replace(text: string): void
  compare(original: string | undefined): void
  goTo(line: number): void
  destroy(): void
}

const PAUSE = 600

export function createEditor(parent: HTMLElement, text: string, deps: EditorDeps): Editor {
  const comparing = new Compartment()
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorState.phrases.of(deps.phrases),
        EditorView.contentAttributes.of({ 'aria-label': deps.label, tabindex: '0' }),
        basics(),
        knowing(deps),
        comparing.of([]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) deps.onChange(update.state.doc.toString())
          if (update.selectionSet) deps.onLine?.(update.state.doc.lineAt(update.state.selection.main.head).number)
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    replace: (next) => {
      const old = view.state.doc.toString()
      if (old !== next) view.dispatch({ changes: { from: 0, to: old.length, insert: next } })
    },
    compare: (original) =>
      view.dispatch({
        effects: comparing.reconfigure(
          original === undefined ? [] : unifiedMergeView({ original, collapseUnchanged: { margin: 3, minSize: 6 } }),
        ),
      }),
    goTo: (line) => goTo(view, line),
    destroy: () => view.destroy(),
  }
}

function goTo(view: EditorView, line: number): void {
  const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines))
  const from = at.from + at.text.length - at.text.trimStart().length
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
  view.focus()
}

/** What every editor has. Tab indents; whoever wants to leave by it presses Escape first. */
function basics(): Extension {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorView.lineWrapping,
    EDITOR_LOOKS,
    yaml(),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
  ]
}

/** What comes from knowing the kind of file. */
function knowing(deps: EditorDeps): Extension {
  return [
    autocompletion({ override: [(context) => complete(context, deps.help())], icons: false }),
    hoverTooltip((view, at) => hover(view, at, deps)),
    linter((view) => lint(view, deps), { delay: PAUSE }),
  ]
}

function complete(context: CompletionContext, help: YamlHelp): CompletionResult | null {
  const { replaces, proposals } = proposeAt(context.state.doc.toString(), context.pos, help)
  if (proposals.length === 0 || (replaces === 0 && !context.explicit && !isAfterOpening(context))) return null
  return { from: context.pos - replaces, options: proposals.map(toCompletion), validFor: /^[\w.-]*$/ }
}

/** Right after `{{`, `: ` or `- ` something is wanted; elsewhere nothing pops up before a letter is typed. */
function isAfterOpening(context: CompletionContext): boolean {
  return context.matchBefore(/(?:\{\{ ?|\w: |- |\[|\{|, )/) !== null
}

function toCompletion({ label, apply, detail, info, kind }: Proposal): Completion {
  return {
    label,
    ...(detail && { detail }),
    ...(info && { info }),
    type: kind === 'key' ? 'property' : kind === 'fact' ? 'variable' : 'enum',
    ...(apply && {
      apply: (view, _, from, to) => {
        view.dispatch({ changes: { from, to, insert: apply }, selection: { anchor: from + apply.length } })
        if (kind === 'key') startCompletion(view)
      },
    }),
  }
}

function hover(view: EditorView, at: number, { help, locale }: EditorDeps): Tooltip | null {
  const found = hoverAt(view.state.doc.toString(), at, help(), locale)
  if (!found) return null
  return {
    pos: found.from,
    end: found.until,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'yaml-hover'
      for (const words of found.words) {
        const line = document.createElement('p')
        line.textContent = words
        dom.append(line)
      }
      return { dom }
    },
  }
}

async function lint(view: EditorView, { check, locale }: EditorDeps): Promise<Diagnostic[]> {
  const { doc } = view.state
  const { problems, warnings } = await check(doc.toString())
  const toDiagnostic =
    (severity: 'error' | 'warning') =>
    (one: ProblemView): Diagnostic => {
      const line = doc.line(Math.min(Math.max(1, one.line), doc.lines))
      const from = Math.min(line.to, line.from + Math.max(0, one.column - 1))
      return { from, to: line.to, severity, message: `${one.cause[locale]}\n→ ${one.mend[locale]}` }
    }
  return [...problems.map(toDiagnostic('error')), ...warnings.map(toDiagnostic('warning'))]
}
