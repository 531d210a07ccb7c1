import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  languages,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from "vscode"
import { type CauseGroup, causeGroups, type Failure } from "./causes.ts"

/** The failures of all logs that were read, open or not, by what they say; a log opens at its line. */
export function causesView(): Disposable {
  let groups: readonly CauseGroup[] = []
  const changed = new EventEmitter<undefined>()
  const view = window.createTreeView<CauseGroup | Failure>("dsreg.causes", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => (node === undefined ? [...groups] : "logs" in node ? [...node.logs] : []),
      getTreeItem: (node) => ("logs" in node ? groupItem(node) : logItem(node)),
    },
    showCollapseAll: true,
  })
  const read = (): void => {
    groups = causeGroups(failures())
    void commands.executeCommand("setContext", "dsreg.hasCauses", groups.length > 0)
    changed.fire(undefined)
  }
  read()
  return Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(({ visible }) => visible && read()),
    // Whoever does not look needs to know no more than that there is something to see.
    languages.onDidChangeDiagnostics(() => (view.visible || groups.length === 0) && read()),
  )
}

function* failures(): Iterable<Failure> {
  for (const [uri, diagnostics] of languages.getDiagnostics()) {
    for (const diagnostic of diagnostics) {
      const severity = severityOf(diagnostic)
      const { message, range } = diagnostic
      if (severity) yield { log: uri.toString(), severity, message, line: range.start.line }
    }
  }
}

function severityOf({ source, severity }: Diagnostic): Failure["severity"] | undefined {
  if (source !== "dsreg") return undefined
  if (severity === DiagnosticSeverity.Error) return "error"
  return severity === DiagnosticSeverity.Warning ? "warning" : undefined
}

function groupItem({ severity, message, logs }: CauseGroup): TreeItem {
  // The count comes first, because a narrow view cuts the rest.
  const item = new TreeItem(`${logs.length} × ${message}`, TreeItemCollapsibleState.Collapsed)
  item.tooltip = message
  item.iconPath = new ThemeIcon(severity, new ThemeColor(`list.${severity}Foreground`))
  return item
}

function logItem({ log, line }: Failure): TreeItem {
  const uri = Uri.parse(log)
  const item = new TreeItem(uri)
  item.description = `:${line + 1}`
  item.command = {
    command: "vscode.open",
    title: "",
    arguments: [uri, { selection: new Range(line, 0, line, 0), preview: true }],
  }
  return item
}
