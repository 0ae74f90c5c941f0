/** Names of files and folders that the package needs itself, or that an operating system or npm refuses; in lower case. */
export const reservedFiles: ReadonlySet<string> = new Set([
  "index",
  "client",
  "enums",
  "runtime",
  "testing",
  "mock",
  "fixtures",
  "package",
  "node_modules",
  "con",
  "prn",
  "aux",
  "nul",
  ...Array.from({ length: 10 }, (_, digit) => [`com${digit}`, `lpt${digit}`]).flat(),
]);
