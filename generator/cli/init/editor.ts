/** A task for VS Code that shows the findings of a check among its problems. */
import type { Project } from "./project.js";

/** A line of `docwright check`: `docs/x.md:12:3 warning The example … (response-wrapped)`. */
export const problemPattern = {
  regexp: String.raw`^(\S.*?):(\d+):(\d+) (error|warning|info) (.*) \(([\w-]+)\)$`,
  file: 1,
  line: 2,
  column: 3,
  severity: 4,
  message: 5,
  code: 6,
} as const;

export function tasksFile({ manager, isInstalled }: Project): string {
  const task = {
    label: "docwright check",
    type: "shell",
    command: `${isInstalled ? manager.exec : "npx docwright"} check --all`,
    group: "test",
    presentation: { reveal: "silent" },
    problemMatcher: {
      owner: "docwright",
      source: "docwright",
      fileLocation: ["relative", "${workspaceFolder}"],
      pattern: problemPattern,
    },
  };
  return `${JSON.stringify({ version: "2.0.0", tasks: [task] }, null, 2)}\n`;
}
