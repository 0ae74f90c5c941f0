/** What must not be published, anywhere on a page: secrets, addresses of people, words that a generator left behind. */
import { finding, type Finding, type RuleId } from "../../findings/rules.js";

interface Slip {
  readonly rule: RuleId;
  /** Without it no line can match. */
  readonly sign: string;
  readonly written: RegExp;
  readonly what: string;
}

const SLIPS: readonly Slip[] = [
  { rule: "secret", sign: "sig=", written: /\bsig=[\w%+/=-]{30,200}/, what: "the signature of a shared address" },
  {
    rule: "secret",
    sign: "eyJ",
    written: /\beyJ[\w-]{20,4000}\.eyJ[\w-]{20,4000}\.[\w-]{40,4000}/,
    what: "a whole token",
  },
  { rule: "secret", sign: "PRIVATE KEY", written: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/, what: "a private key" },
  {
    rule: "secret",
    sign: "AccountKey=",
    written: /AccountKey=[\w+/]{60,100}={0,2}/,
    what: "the key of a storage account",
  },
  { rule: "secret", sign: "AKIA", written: /\bAKIA[0-9A-Z]{16}\b/, what: "an access key" },
  { rule: "secret", sign: "sk_live_", written: /\bsk_live_\w{16,100}/, what: "a secret key" },
  { rule: "secret", sign: "ghp_", written: /\bghp_\w{30,60}/, what: "an access token" },
  {
    rule: "mail-address",
    sign: "@",
    written:
      /[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|gmx|web|aol|qq|163)\.(?:com|net|de|co\.uk|fr)(?:\.[a-z]{2})?\b/i,
    what: "",
  },
  {
    rule: "generator-leak",
    sign: "nknown ",
    written: /(?:<|&lt;|\*\* ?)Unknown (?:Primitive )?Type [^>*\n]{1,200}(?:>|&gt;|\*\*)/i,
    what: "",
  },
  { rule: "generator-leak", sign: "[object ", written: /\[object Object\]/, what: "" },
  { rule: "generator-leak", sign: "System.Collections", written: /\bSystem\.Collections\.[\w.]{1,80}`\d/, what: "" },
];
const TOO_EVEN = /^(.)\1*$/;

/** Findings `secret`, `mail-address` and `generator-leak`. A secret is not repeated in them. */
export function lineSlips(text: string, page: string): readonly Finding[] {
  const possible = SLIPS.filter(({ sign }) => text.includes(sign));
  if (possible.length === 0) return [];
  return text.split("\n").flatMap((line, index) =>
    possible.flatMap(({ rule, sign, written, what }) => {
      const match = line.includes(sign) ? written.exec(line) : null;
      if (match === null || TOO_EVEN.test(match[0].slice(sign.length))) return [];
      const shown = match[0];
      const symbol = rule === "secret" ? what : shown;
      return [finding(rule, page, { line: index + 1, column: match.index + 1 }, symbol, { what, shown })];
    }),
  );
}
