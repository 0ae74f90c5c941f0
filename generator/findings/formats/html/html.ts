/**
 * The HTML report: one file that needs nothing else, and is allowed nothing else. Its overview reads without any script; the script in
 * templates/report/ shows pages with their lines. Data and texts are packed as base64, so that nothing of a page can end the element that
 * holds it.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Checked } from "../../checked.js";
import { packedReport, type Packed } from "./data.js";
import { overview } from "./overview.js";

const folder = new URL("../../../../templates/report/", import.meta.url);
/** In the order in which they need each other. */
const SCRIPTS = ["elements", "data", "lines", "report"];
const EXPORT = /^export (?=(?:async )?(?:function|const) )/gm;

export function html(checked: Checked): string {
  const script = SCRIPTS.map((name) => readFileSync(new URL(`${name}.js`, folder), "utf8"))
    .map((text) => withoutImports(text).replace(EXPORT, ""))
    .join("\n");
  const style = readFileSync(new URL("report.css", folder), "utf8");
  return document(checked, packedReport(checked), { script, style });
}

/** The policy lets run what stands here, by its hash, and lets nothing be loaded or sent. */
function document(
  checked: Checked,
  { index, chunks }: Packed,
  { script, style }: Record<"script" | "style", string>,
): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const data = (id: string, text: string): string => `<script type="text/plain" id="${id}">${text}</script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>docwright</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header>
<h1>docwright check</h1>
<nav id="tools" aria-label="Report" hidden>
<a href="#">Overview</a>
<a href="#pages">Pages</a>
<label>Page, owner or symbol <input id="search" type="search"></label>
<span id="said" role="status"></span>
</nav>
</header>
<main id="main" tabindex="-1">
<div id="overview">
${overview(checked)}
</div>
<div id="view" hidden></div>
</main>
${[data("index", index), ...chunks.map((chunk, at) => data(`chunk-${at}`, chunk))].join("\n")}
<script type="module">${script}</script>
</body>
</html>
`;
}

/** What holds modules together, a line each, and one script has no use for. */
function withoutImports(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line) => !line.startsWith("import ")).join("\n");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
