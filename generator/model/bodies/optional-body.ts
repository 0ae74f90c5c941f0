/** Whether a call may go without the body that its page describes. */
import type { BodyProperty } from "../api.js";
import type { BodySource, SettledBody } from "./body-source.js";

const NOT_REQUIRED =
  /\bno (?:request )?body is (?:required|needed|necessary)\b|\bbody (?:is (?:optional|not (?:required|needed|mandatory))|(?:can|may) be (?:empty|omitted|left out))\b/i;
const BODY = /\bbody\b/i;
/** "In the request body, you can optionally provide …", "provide an optional … object". */
const OPTIONALLY =
  /\boptionally,? (?:supply|provide|specify|send|include|you can)\b|\b(?:supply|provide|specify|send|include) an optional\b|\boptional (?:request )?body\b/i;

/** The body with whether a call may go without it, and what says so. Not so where something is required of it all the same. */
export function withOptional(sent: SettledBody, text: string, { page, method, created }: BodySource): SettledBody {
  const { body, evidence } = sent;
  if (body.kind !== "json" || method !== "POST" || body.required) return sent;
  const { properties = [] } = body;
  if (properties.some(({ required }) => required)) return sent;
  const isSaid = ({ name }: BodyProperty): boolean =>
    evidence.some(({ of, about, says }) => of === `body.${name}` && about === "optional" && says === false);
  const because = saysOptional(text)
    ? "the page says that it need not be given"
    : !created && properties.length > 0 && properties.every(isSaid) && "each of its properties is optional";
  if (!because) return sent;
  const place = (page.body ?? page.title).place;
  const claim = { of: "body", about: "optional", says: false, from: "words", because, page: page.path, place } as const;
  return { body: { ...body, optional: true }, evidence: [...evidence, claim] };
}

function saysOptional(text: string): boolean {
  return (
    NOT_REQUIRED.test(text) || text.split(/[.\n]/).some((sentence) => BODY.test(sentence) && OPTIONALLY.test(sentence))
  );
}
