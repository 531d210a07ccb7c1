import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from "vscode"
import type { Fleet, FleetFilter, FleetNode, FleetPlace } from "../../server/src/features/fleet.ts"
import { chosenFilter, type NamedFilter } from "./causesFilter.ts"
import type { Server } from "./server.ts"

/** What the server answers, and whether it still reads. */
interface KnownFleet extends Fleet {
  readonly reading: boolean
}

const NOTHING: KnownFleet = { nodes: [], logs: 0, all: 0, phases: [], reading: false }

/** All logs that were read, open or not, by phase and cause. A log opens at the line that says so. */
export interface CausesView extends Disposable {
  /** Something may be another one; asked for only while somebody looks. */
  refresh(): void
  /** Puts the view in front, with logs or without. */
  show(): Promise<void>
  /** Asks what to show only. */
  filter(): Promise<void>
  clearFilter(): void
}

/** The view in the explorer, filled by the server. Of the logs it holds the counts, and those of the lines that are open. */
export function causesView(server: Server): CausesView {
  let fleet = NOTHING
  let chosen: NamedFilter | undefined
  /** One question at a time: whatever changes meanwhile is asked for once, behind it. */
  let asking = false
  let isOld = false
  const changed = new EventEmitter<undefined>()
  const filter = (): FleetFilter => chosen?.filter ?? {}

  const view = window.createTreeView<FleetNode | FleetPlace>("dsreg.causes", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => {
        if (!node) return [...fleet.nodes]
        if (!("id" in node)) return []
        return [...(node.nodes ?? (await placesOf(node)))]
      },
      getTreeItem: (node) => ("id" in node ? nodeItem(node) : logItem(node)),
    },
    showCollapseAll: true,
  })
  const placesOf = async ({ id }: FleetNode): Promise<readonly FleetPlace[]> =>
    (await server.request<readonly FleetPlace[]>("dsreg/fleetPlaces", { filter: filter(), id })) ?? []

  const read = async (): Promise<void> => {
    // Whoever does not look needs to know no more than that there is something to see, and no server is started for it.
    if (!view.visible && (fleet.all > 0 || server.state === "idle")) return
    fleet = (await server.request<KnownFleet>("dsreg/fleet", { filter: filter() })) ?? NOTHING
    const { all, logs, reading } = fleet
    void commands.executeCommand("setContext", "dsreg.hasCauses", all > 0)
    view.description = chosen ? `${chosen.name} · ${l10n.t("{0} of {1}", logs, all)}` : ""
    view.message = reading ? l10n.t("Reading logs: {0} so far", all) : ""
    changed.fire(undefined)
  }
  const refresh = (): void => {
    isOld = true
    if (asking) return
    asking = true
    void (async () => {
      try {
        while (isOld) {
          isOld = false
          await read()
        }
      } finally {
        asking = false
      }
    })()
  }
  const use = (filter: NamedFilter | undefined): void => {
    chosen = filter
    void commands.executeCommand("setContext", "dsreg.filtersCauses", filter !== undefined)
    refresh()
  }
  const refreshFor = ({ languageId }: TextDocument): void => {
    if (languageId === "dsreg") refresh()
  }
  refresh()
  const listening = Disposable.from(
    view,
    changed,
    server.onDidChange(refresh),
    view.onDidChangeVisibility(({ visible }) => visible && refresh()),
    workspace.onDidOpenTextDocument(refreshFor),
    workspace.onDidChangeTextDocument(({ document }) => refreshFor(document)),
    workspace.onDidCloseTextDocument(refreshFor),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("dsreg") && refresh()),
  )
  return {
    refresh,
    show: async () => {
      await commands.executeCommand("setContext", "dsreg.wantsCauses", true)
      await commands.executeCommand("dsreg.causes.focus")
    },
    filter: async () => {
      const wanted = await chosenFilter(fleet.phases)
      if (wanted) use(wanted === "all" ? undefined : wanted)
    },
    clearFilter: () => use(undefined),
    dispose: () => listening.dispose(),
  }
}

function nodeItem({ id, label, logs, severity, nodes }: FleetNode): TreeItem {
  // The count comes first, because a narrow view cuts the rest.
  const state = nodes ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
  const item = new TreeItem(`${logs} × ${label}`, state)
  item.id = id
  item.tooltip = label
  item.iconPath = ICONS[severity]
  return item
}

const ICONS: Readonly<Record<FleetNode["severity"], ThemeIcon>> = {
  error: new ThemeIcon("error", new ThemeColor("list.errorForeground")),
  warning: new ThemeIcon("warning", new ThemeColor("list.warningForeground")),
  info: new ThemeIcon("info"),
  none: new ThemeIcon("pass", new ThemeColor("testing.iconPassed")),
}

function logItem({ uri: address, line }: FleetPlace): TreeItem {
  const uri = Uri.parse(address)
  const item = new TreeItem(uri)
  const folder = workspace.asRelativePath(uri).split("/").slice(0, -1).join("/")
  item.description = `:${line + 1}${folder && ` ${folder}`}`
  item.command = {
    command: "vscode.open",
    title: "",
    arguments: [uri, { selection: new Range(line, 0, line, 0), preview: true }],
  }
  return item
}
