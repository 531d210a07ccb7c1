import { type Disposable, type Memento, type Uri, workspace } from "vscode"
import { type Entry, type Reading, readingOf, remembered, renamed } from "./readingList.ts"

/** How files are to be read, as their reader chose, from one session to the next. */
export interface Readings extends Disposable {
  of(uri: Uri): Reading | undefined
  remember(uri: Uri, reading: Reading): void
}

const KEY = "dsreg.readings"

/** The readings that a memento holds; a renamed file takes its reading along, a renamed folder does not. */
export function readings(memento: Memento): Readings {
  const stored = (): readonly Entry[] => memento.get<readonly Entry[]>(KEY, [])
  const store = (list: readonly Entry[]): void => {
    if (list !== stored()) void memento.update(KEY, list)
  }
  const renaming = workspace.onDidRenameFiles(({ files }) =>
    files.forEach(({ oldUri, newUri }) => {
      store(renamed(stored(), oldUri.toString(), newUri.toString()))
    }),
  )
  return {
    of: (uri) => readingOf(stored(), uri.toString()),
    // What has no file yet comes back under another name, or as another text under the same.
    remember: (uri, reading) => uri.scheme !== "untitled" && store(remembered(stored(), uri.toString(), reading)),
    dispose: () => renaming.dispose(),
  }
}
