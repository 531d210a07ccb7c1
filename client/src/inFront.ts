import { Disposable, TabInputText, type Uri, window } from "vscode"

/** Both hosts have it; the types of neither are the client's. */
declare function setTimeout(work: () => void, milliseconds: number): unknown

/** The longest that is waited for a page, in milliseconds; it comes a while after the command that shows it has ended. */
const LONGEST = 5000

/** Whether a text is in front, in the group that has the focus. */
export function isInFront(text: Uri): boolean {
  const input = window.tabGroups.activeTabGroup.activeTab?.input
  return input instanceof TabInputText && input.uri.toString() === text.toString()
}

/** Waits until something is true of the tabs. Where it does not come true, nothing more is waited for. */
export async function untilTabs(isTrue: () => boolean): Promise<void> {
  if (isTrue()) return
  await new Promise<void>((resolve) => {
    const end = () => {
      listeners.dispose()
      resolve()
    }
    const look = () => isTrue() && end()
    const listeners = Disposable.from(
      window.tabGroups.onDidChangeTabs(look),
      window.tabGroups.onDidChangeTabGroups(look),
    )
    setTimeout(end, LONGEST)
  })
}
