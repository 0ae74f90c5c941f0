/** Tells when files of a folder change; several changes in a row are one. */
import { watch } from "node:fs";

export interface Watching {
  close(): void;
}

const quiet = 100;

/** `told` is not called again before what it gave has come to an end; changes meanwhile are told afterwards. */
export function watchFolders(folders: readonly string[], told: () => Promise<void>): Watching {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), quiet);
  };
  const tell = async (): Promise<void> => {
    again = busy;
    if (busy) return;
    busy = true;
    await told();
    busy = false;
    if (again) changed();
  };
  const watchers = folders.map((folder) => {
    const watcher = watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || name.endsWith(".md")) changed();
    });
    // A folder that goes takes no server along.
    watcher.on("error", () => {});
    return watcher;
  });
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
