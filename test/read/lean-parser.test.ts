/** The parser sees less than the page holds; the tree is the one of the whole page. */
import fc from "fast-check";
import { VFile } from "vfile";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cutText } from "../../generator/read/lean/cuts.js";
import { putBack } from "../../generator/read/lean/put-back.js";
import { rememberingParser } from "../../generator/read/lean/remembering-parser.js";
import { leanTree, wholeTree } from "../helpers/parsers.js";

const lean = suite("lean parser");

function sameTree(page: string): void {
  assert.equal(leanTree(page), wholeTree(page), JSON.stringify(page));
}

/** Whether the tree of what was left of the page could be made the page's own. */
function isShortened(page: string): boolean {
  const text = cutText(page);
  return text !== undefined && putBack(wholeTree(text.text), text.cuts);
}

const page = `---
title: Get parcel
author: ann
---

# Get parcel

<!--
{ "blockType": "request",

  "name": "get_parcel" }
--> behind

|Name|Type|
|:--|:--|
|weight|Int32|
|size|*cm*|
|owner|[owner](owner.md) and [more](#more)|
| a |  | c|
|owner|String|

\`\`\`json
{
  "weight": 3
}
\`\`\`

~~~
\`\`\`
~~~
The end.
`;

lean(
  "what stands within front matter, comments and fences, and rows without a mark, are not given to the parser",
  () => {
    assert.is(
      cutText(page)?.text,
      `---
---

# Get parcel

<!--
--> behind

|Name|Type|
|:--|:--|
|size|*cm*|

\`\`\`json
\`\`\`

~~~
~~~
The end.
`,
    );
    assert.ok(isShortened(page));
    sameTree(page);
  },
);

lean("line ends of Windows are kept in what is left out", () => {
  const windows = page.replaceAll("\n", "\r\n");
  assert.ok(isShortened(windows));
  sameTree(windows);
});

const elsewhere = {
  "a fence within a block of HTML": "<div>\n```\n<p>\n```\n</div>\n",
  "a comment within an instruction": "<?\n<!--\na\n\n-->\n?>\n",
  "rows that are part of a list": "- x\n|a|b|\n|-|-|\n|c|d|\n",
  "a header with another number of cells": "|a|\n|-|-|\n|c|d|\n",
  "front matter that does not begin the page": "\n---\na: 1\n---\n",
};
for (const [what, text] of Object.entries(elsewhere))
  lean(`a page is parsed whole where a line is something else than it seems: ${what}`, () => {
    assert.not(isShortened(text));
    sameTree(text);
  });

lean("what has no end goes on to the end of the page", () => {
  // a blank of another kind than space and tab is no part of the line that ends a fence
  for (const text of ["---\na: 1\n", "```\na\n\nb\n", "```\na\n```\u00a0", "<!--\na\n\n```\nb\n```\n"]) {
    assert.is(cutText(text), undefined);
    sameTree(text);
  }
});

lean("pieces that were met before, and plain ones, are not given to the parser", () => {
  const seen: string[] = [];
  const parse = rememberingParser((text) => {
    seen.push(text);
    return wholeTree(text);
  });
  const read = (text: string): void => assert.equal(parse(text, new VFile()), wholeTree(text), JSON.stringify(text));
  read("first\n\n# Get parcel\n\nReads *one* parcel.\n\n|a|b|\n|-|-|\n|c|d|\n");
  read(
    "first\n\n# List parcels\n|a|b|\n|-|-|\n|c|d|\n\n\nSee the [type](parcel.md).\n[!INCLUDE [x](y.md)]\n\nReads *one* parcel.",
  );
  assert.equal(seen, ["first\n\nReads *one* parcel.\n\n|a|b|\n|-|-|\n|c|d|\n\n#", "first\n\n#"]);
});

lean("how many headings are underlined is counted on a page, so that these are given to the parser each time", () => {
  const seen: string[] = [];
  const parse = rememberingParser((text) => {
    seen.push(text);
    return wholeTree(text);
  });
  const page = "first\n\nthen\n===\n\nlast\n\n- two\n\n---\n\n&amp;";
  parse(page, new VFile());
  parse(page, new VFile());
  assert.equal(seen, ["first\n\nthen\n===\n\nlast\n\n- two\n\n&amp;\n\n#", "first\n\nthen\n===\n\n#"]);
});

lean("a piece that goes on, or that is told what it is elsewhere on the page, is not remembered", () => {
  for (const page of [
    "a\n\n    code\n\nplain words\n\n> 2. y\n\nz\n",
    "\te\n\n> 1.",
    "|\n\n> 1.",
    "a\n\n<pre>\n\nb *c*\n\n# d\n\n</pre>\n\ne\n",
    "a\n\nb *c*\n\ne\n\n   ```\n\nf\n\nb *c*\n\n   ```\n\ne\n",
    "a\n\nb *c*\n\n[b *c*]: x\n\n[b *c*]\n",
    "a\n\n[b *c*]\n",
    "a\n\n<div>\n# d\n</div>\n\n# d\n",
    "a\n\n> *quote*\n",
    "---\n#\n\n> *quote*\n",
  ]) {
    sameTree(page);
    sameTree(page);
  }
});

lean("what is less plain than it seems is given to the parser, and no bound is lost", () => {
  for (const page of [
    "a\n\nx **a****b**\n",
    "a\n\nx [a](b\u0001c) d\n",
    "a\n\n    s\n    \n",
    `a\n\n${"[!INCLUDE [a](b)]\n".repeat(51)}`,
    `a\n\n${"[a](b) ".repeat(151)}`,
    `a\n\n${"**a** ".repeat(151)}`,
  ])
    sameTree(page);
});

const lines = String.raw`
---
---  
===
\`\`\`
\`\`\`\`
\`\`\`json
\`\`\` \`x\`
~~~
  \`\`\`
    \`\`\`
<!--
<!-->
<!-- x -->
-->
a --> b
|a|b|
|-|-|
| - | :-: |
|
||
|  |
| c |  | d
|e|f |  
|*g*|\`h|i\`|
|j\|k|l|
 |m|n|
|ö |ü 漢|
|https://a.b|a@b.c|
|&amp;|x|
|a & b|!|
a|b
-|-
text
- item
> quote
# heading
<div>
</div>
<a name="x" />
<?a name="x" /?>
<pre>
</pre>
  <!-- x
#
## see [x](y) #
# heading #
see [x](y.md) and [a](#b).
[x](y "z")
[!INCLUDE [a](../b.md)]
[!INCLUDE [a](../b.md)] c
[x]
words with *stars*
    code
> - 
> 2. two
a****b**** **c****d**
words  
\`a\` \`\`b\`\` \`c \`d\`
a **b** & **c**d! ![e](f)
***a** b** **c **d
a<br>b<br/>&c; &d
|**a**b|\`c\`<br />&|!|
|a**b|c**|**d** **|
|\`a|b\`|[c](d)[e](f)|
[x]: y
[x](y)
1. one
  more
`.replaceAll("\\`", "`");

lean("the tree of any page is the one that the parser makes of the whole of it", () => {
  const line = fc.constantFrom(
    ...lines.split("\n"),
    "|\u00a0x|\u00a0|",
    "|x\ty|\t",
    "\t```",
    "[a](b\u0001c)",
    "[!INCLUDE [a](b)]\u2028c",
    "    ",
    "```\u00a0",
    "\0",
    "\ufeff---",
  );
  const end = fc.constantFrom("\n", "\n", "\n\n", "\n\n", "\r\n", "\r");
  const text = fc.array(fc.tuple(line, end), { maxLength: 14 }).map((lines) => lines.flat().join(""));
  const unended = fc.tuple(text, line).map((parts) => parts.join(""));
  fc.assert(fc.property(fc.oneof(text, unended), sameTree), { numRuns: 5_000 });
});

lean.run();
