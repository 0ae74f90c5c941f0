/**
 * A command line of curl as the HTTP message that it sends. Raw samples: `curl -X POST https://… -H "Content-Type: application/json" -d '{…}'`,
 * `curl --request GET --url "https://…" --header "Accept: text/csv"`, with `\` or a prompt anywhere.
 */

import { FORM, isFormText } from "../../shared/form.js";

const COMMAND = /^[$>%#]?\s*curl(?:\.exe)?(?=\s)/i;
const METHOD_OPTION = /^(?:-X|--request)$/;
const HEADER_OPTION = /^(?:-H|--header)$/;
const DATA_OPTION = /^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)$/;
/** A value that curl encodes: `name=Ann Lee`. */
const ENCODED_OPTION = /^--data-urlencode$/;
/** Data goes behind the address. */
const GET_OPTION = /^(?:-G|--get)$/;
const FORM_OPTION = /^(?:-F|--form)$/;
const FILE_OPTION = /^(?:-T|--upload-file)$/;
/** Options that say how to send it, each with a value of its own. */
const WITH_VALUE =
  /^(?:-[AbceEmouw]|--(?:user|user-agent|cookie|cookie-jar|output|max-time|cert|key|cacert|retry|connect-timeout|write-out))$/;
/** Letters, up to the first that takes a value: `-sS`, `-sX`, `-XPOST`. */
const SHORT = /^-([a-zA-Z]*?)(?:([XHdFTAbceEmouw])(.*))?$/s;
const LONG = /^(--[\w-]+)=(.*)$/s;
const SPACE = /\s/;
const CONTENT_TYPE = /^content-type\s*:/i;

/** Whether a fence begins with a command of curl. */
export function isCurl(code: string): boolean {
  return COMMAND.test(code.trimStart());
}

/** The request that the command sends; undefined where the text is no such command, or has no address. */
export function httpOfCurl(code: string): string | undefined {
  const text = code.trimStart();
  const command = COMMAND.exec(text)?.[0];
  if (command === undefined) return undefined;
  const words = shellWords(text.slice(command.length)).flatMap(apart);
  const headers: string[] = [];
  const data: string[] = [];
  let method: string | undefined;
  let implied: string | undefined;
  let isQuery = false;
  let url: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const value = words[at + 1] ?? "";
    if (METHOD_OPTION.test(word)) method = value;
    else if (HEADER_OPTION.test(word)) headers.push(value.trim());
    else if (DATA_OPTION.test(word)) data.push(value);
    else if (ENCODED_OPTION.test(word)) data.push(encoded(value));
    else if (FORM_OPTION.test(word)) implied = "POST";
    else if (FILE_OPTION.test(word)) implied = "PUT";
    else if (word === "--url") url = value;
    else if (!WITH_VALUE.test(word)) {
      if (!word.startsWith("-")) url ??= word;
      if (word === "-I" || word === "--head") implied = "HEAD";
      if (GET_OPTION.test(word)) isQuery = true;
      continue;
    }
    at++;
  }
  if (url === undefined) return undefined;
  const body = isQuery ? [] : data;
  const query = isQuery && data.length > 0 ? `${url.includes("?") ? "&" : "?"}${data.join("&")}` : "";
  const first = `${(method ?? implied ?? (body.length > 0 ? "POST" : "GET")).toUpperCase()} ${url}${query}`;
  const sent = body.join("&");
  const isTyped = headers.some((header) => CONTENT_TYPE.test(header));
  const form = !isTyped && isFormText(sent) ? [`Content-Type: ${FORM}`] : [];
  return [first, ...headers, ...form, ...(body.length > 0 ? ["", sent] : [])].join("\n");
}

/** `name=Ann Lee` → `name=Ann%20Lee` */
function encoded(value: string): string {
  const equals = value.indexOf("=");
  return value.slice(0, equals + 1) + encodeURIComponent(value.slice(equals + 1));
}

/** `-XPOST`, `-sX`, `-sG` and `--request=POST` taken apart. */
function apart(word: string): readonly string[] {
  const [, option, given] = LONG.exec(word) ?? [];
  if (option !== undefined && given !== undefined) return [option, given];
  const [, flags = "", letter = "", value = ""] = SHORT.exec(word) ?? [];
  const letters = Array.from(flags + letter, (one) => `-${one}`);
  return letters.length === 0 ? [word] : [...letters, ...(value === "" ? [] : [value])];
}

/** The words of one command as a shell takes them: quotes hold blanks, `\` at the end of a line goes on in the next. */
function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (quote === "" && (char === "\n" || char === "|" || char === ";") && (word !== undefined || words.length > 0)) {
      if (char !== "\n" || !continuesLine(text, at)) break;
    }
    if (quote !== "'" && char === "\\") {
      if (next !== "\n") word = (word ?? "") + (quote === '"' && !'"\\$`'.includes(next) ? char + next : next);
      at++;
    } else if (quote !== "" ? char === quote : char === "'" || char === '"') {
      quote = quote === "" ? char : "";
      word ??= "";
    } else if (quote === "" && SPACE.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + char;
  }
  return word === undefined ? words : [...words, word];
}

/** Writers forget the `\`: a line that begins with an option, or with the address, goes on all the same. */
function continuesLine(text: string, end: number): boolean {
  const rest = text.slice(end + 1, end + 200).trimStart();
  return rest.startsWith("-") || rest.startsWith("http") || rest.startsWith('"http') || rest.startsWith("'http");
}
