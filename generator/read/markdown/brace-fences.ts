/**
 * Fences as wikis write them: `{code:json}` or `{noformat}` on a line of its own above and below. Each becomes a fence of Markdown before the
 * page is parsed, on the same line.
 */

const BRACE = /^\{(code|noformat)(?::([^}\n]*))?\}[ \t]*$/;
const PARAMETER = /^\w+=/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/** The text with such fences in Markdown; the same where they do not come in pairs. */
export function withFences(text: string): string {
  if (!text.includes("\n{code") && !text.includes("\n{noformat")) return text;
  const lines = text.split("\n");
  let open: string | undefined;
  let isShown = false;
  for (const [index, line] of lines.entries()) {
    // what stands within a fence is what that shows, and a fence within braces would end them
    if (FENCE.test(line)) {
      if (open !== undefined) return text;
      isShown = !isShown;
    }
    if (isShown) continue;
    const [, kind, settings = ""] = BRACE.exec(line) ?? [];
    if (kind === undefined) continue;
    if (open !== undefined && open !== kind) continue;
    lines[index] = open === undefined ? `\`\`\`${languageIn(settings)}` : "```";
    open = open === undefined ? kind : undefined;
  }
  return open === undefined ? lines.join("\n") : text;
}

/** `json`, `title=Answer|json`, `language=json` */
function languageIn(settings: string): string {
  const parts = settings.split("|").map((part) => part.trim());
  const named = parts.find((part) => part.startsWith("language="))?.slice("language=".length);
  return named ?? parts.find((part) => part !== "" && !PARAMETER.test(part)) ?? "";
}
