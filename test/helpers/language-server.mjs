/** A language server as editors with a remark extension start it; plugins come from the workspace's .remarkrc. */
import remarkParse from "remark-parse";
import { unified } from "unified";
import { createUnifiedLanguageServer } from "unified-language-server";

createUnifiedLanguageServer({
  configurationSection: "remark",
  ignoreName: ".remarkignore",
  packageField: "remarkConfig",
  pluginPrefix: "remark",
  processorName: "remark",
  processorSpecifier: "remark",
  rcName: ".remarkrc",
  defaultProcessor: unified().use(remarkParse),
});
