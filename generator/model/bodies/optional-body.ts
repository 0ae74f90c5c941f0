/** Whether a call may go without the body that its page describes. */
import type { BodyProperty, RequestBody } from "../api.js";
import { saysOfBody, type BodySource, type SettledBody } from "./body-source.js";

type JsonBody = Extract<RequestBody, { readonly kind: "json" }>;

/** The body with whether a call may go without it, and what says so. Not so where something is required of it all the same. */
export function withOptional(sent: SettledBody, { page, method, created }: BodySource): SettledBody {
  const { body, evidence } = sent;
  if (method !== "POST" || body.kind === "reference" || body.kind === "multipart") return sent;
  const { properties = [], required }: Partial<JsonBody> = body.kind === "json" ? body : {};
  if (required || properties.some(({ required }) => required)) return sent;
  const isSaid = ({ name }: BodyProperty): boolean =>
    evidence.some(({ of, about, says }) => of === `body.${name}` && about === "optional" && says === false);
  const because =
    saysOfBody(page, "optional") || (body.kind !== "json" && saysOfBody(page, "none"))
      ? "the page says that it need not be given"
      : !created && properties.length > 0 && properties.every(isSaid) && "each of its properties is optional";
  if (!because) return sent;
  const place = (page.body ?? page.title).place;
  const claim = { of: "body", about: "optional", says: false, from: "words", because, page: page.path, place } as const;
  return { body: { ...body, optional: true }, evidence: [...evidence, claim] };
}
