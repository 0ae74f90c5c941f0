/** Which dialect a set of docs speaks: what its pages show, unless the configuration says so. */
import type { Dialect, DialectSettings } from "../dialect/dialect.js";
import { graph } from "../dialect/graph.js";
import { plain } from "../dialect/plain.js";
import { withRootOf } from "./root-namespace.js";
import { dialects, extended } from "../dialect/settings.js";
import type { Page } from "../read/page.js";

const TYPE_FOLDER = /(?:^|\/)resources\/[^/]*$/i;
const TYPE_TITLE = /\b(?:resource|complex|entity) type\b/i;
const DOC_TYPE = /^(?:api|resource|enum|conceptual)pagetype/i;

export function dialectOf(pages: readonly Page[], chosen?: string | DialectSettings): Dialect {
  const seen = pages.some(speaksGraph) || pages.length === 0 ? graph : plain;
  if (chosen === undefined) return withRootOf(pages, seen);
  if (typeof chosen === "string") return dialects.get(chosen) ?? seen;
  return extended(dialects.get(chosen.extends ?? "") ?? seen, chosen);
}

/** Any of the signs that no other house has: namespaces, annotations, kinds of pages, `# berth resource type` in `resources/`. These folders alone are no sign. */
function speaksGraph({ path, title, namespace, blocks, examples, frontMatter }: Page): boolean {
  const type = frontMatter["doc_type"];
  return (
    namespace !== undefined ||
    (TYPE_FOLDER.test(path) && TYPE_TITLE.test(title.text)) ||
    (typeof type === "string" && DOC_TYPE.test(type)) ||
    blocks.some(({ annotation }) => annotation !== undefined) ||
    examples.some(({ request }) => request.annotation !== undefined)
  );
}
