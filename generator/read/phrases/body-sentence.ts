/** Reads the sentences of a section on what is sent: "In the request body, supply a JSON representation of the [x](…) object." */
import { cutAtLinks, type Prose } from "../../shared/runs.js";
import { saysTogether } from "../../shared/sentences.js";
import type { BodySentences, LinkedBody } from "../page.js";

const NONE = /\bno (?:request )?body\b|\bno request content\b|\bempty (?:json|body|request)\b/i;
/** "Do not supply a request body", "Leave the body empty": words that say so together. */
const NONE_TOGETHER: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:do not|don't|does not|doesn't|not) (?:supply|provide|specify|need|require|include|send|have|use)\b/i,
    /\bbody\b/i,
  ],
  [/\bleave\b/i, /\bempty\b/i],
];
const ALONE = /^\W*(?:none|nothing|empty|n\/a)\W*$/i;
const DENIED = /^\W*(?:do not|don't) supply/i;
const IN_URL = /\bin the request URL\b/i;
const REFERENCE = /@odata\.id/;
const OBJECT =
  /\brepresentation (?:of|for)\b|\bvalues (?:for|of) (?:the )?(?:relevant )?fields\b|\bproperties\b|\bobject\b|\bfields\b/i;
const PARAMETERS = /\bparameters\b/i;
const BINARY = /\b(?:binary|bytes|stream|contents? of the file|file contents?|image data|zip)\b/i;
const REPRESENTATION = /representation/i;
const ONLY_REQUIRED = /\brequired\b|\bminimum\b|\bat least\b/i;
/** "In addition to the labels, provide a representation of the parcel itself." */
const BESIDE = /\bin addition to\b/i;
/** "Of a parcel with a route, not all of these properties are required." */
const NOT_ALL = /\bnot all\b/i;
const REQUIRED = /\brequired\b/i;
const NOT_REQUIRED =
  /\bno (?:request )?body is (?:required|needed|necessary)\b|\bbody (?:is (?:optional|not (?:required|needed|mandatory))|(?:can|may) be (?:empty|omitted|left out))\b/i;
const BODY = /\bbody\b/i;
/** "In the request body, you can optionally provide …", "provide an optional … object". */
const OPTIONALLY =
  /\boptionally,? (?:supply|provide|specify|send|include|you can)\b|\b(?:supply|provide|specify|send|include) an optional\b|\boptional (?:request )?body\b/i;
const OTHERS =
  /\b(?:other|additional|further|custom)(?: [\w-]+){0,3} (?:properties|fields|attributes)\b(?! (?:of|in) )/i;
const SPECIFY = /\b(?:specify|supply|provide|include|add|set|pass|send)\b/i;
const NOT = /\b(?:not|cannot|never|without|nor|only|except)\b|n['’]t\b/i;
const OR = /^\s*or (?:an? )?\s*$/i;
const ARRAY_BEFORE = /\b(?:supply|provide|send) an? (?:JSON )?(?:array|list) of (?:the )?$/i;
const REPRESENTATION_BEFORE = /representation (?:of|for) (?:the |an? )?$/i;

/** What a paragraph says of the body. */
export function readBodySentences(prose: Prose): BodySentences {
  const { text } = prose;
  const isNone =
    NONE.test(text) || ALONE.test(text) || NONE_TOGETHER.some(([first, then]) => saysTogether(text, first, then));
  const links = linksIn(prose);
  return {
    ...(isNone && { none: true }),
    ...(DENIED.test(text) && { denied: true }),
    ...(IN_URL.test(text) && { inUrl: true }),
    ...(REFERENCE.test(text) && { reference: true }),
    ...(OBJECT.test(text) && { object: true }),
    ...(REPRESENTATION.test(text) && { representation: true }),
    ...(PARAMETERS.test(text) && { parameters: true }),
    ...(BINARY.test(text) && { binary: true }),
    ...(ONLY_REQUIRED.test(text) && { onlyRequired: true }),
    ...(saysTogether(text, BESIDE, REPRESENTATION) && { besideOthers: true }),
    ...(saysTogether(text, NOT_ALL, REQUIRED) && { notAllRequired: true }),
    ...(saysOptional(text) && { optional: true }),
    ...(saysOthers(prose) && { others: true }),
    ...(links.length > 0 && { links }),
  };
}

/** Whether a call may go without it. */
function saysOptional(text: string): boolean {
  return (
    NOT_REQUIRED.test(text) || text.split(".").some((sentence) => BODY.test(sentence) && OPTIONALLY.test(sentence))
  );
}

/** "You can specify any other writable properties." */
export function saysOthers({ text }: Prose): boolean {
  return text.split(/[.;]/).some((part) => saysTogether(part, SPECIFY, OTHERS) && !NOT.test(part));
}

function linksIn(prose: Prose): readonly LinkedBody[] {
  const { words, found } = cutAtLinks(prose, (link) => link);
  return found.map((link, index) => {
    const before = words[index] ?? "";
    return {
      link,
      ...(ARRAY_BEFORE.test(before) && { isArray: true }),
      ...(REPRESENTATION_BEFORE.test(before) && { isRepresented: true }),
      ...(OR.test(words[index + 1] ?? "") && { orNext: true }),
    };
  });
}
