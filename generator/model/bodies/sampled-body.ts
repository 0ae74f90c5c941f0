/** A body that only a piece of JSON in the section on it shows. */
import type { Section } from "../../read/page.js";
import { isObject, readJson } from "../../shared/json/json.js";
import type { Place } from "../../shared/place.js";
import type { BodyProperty } from "../api.js";
import type { Docs } from "../types/docs.js";
import { valueType } from "../types/infer.js";
import type { BodySource, SettledBody } from "./body-source.js";

interface Sample {
  readonly value: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** The first object that the section shows. */
export function sampleOf(section: Section | undefined): Sample | undefined {
  return (section?.code ?? [])
    .flatMap(({ text, place }) => {
      const read = readJson(text);
      return "value" in read && isObject(read.value) ? [{ value: read.value, place }] : [];
    })
    .at(0);
}

/** Its members, none of which the section calls required. */
export function sampledBody({ value, place }: Sample, { page, method }: BodySource, docs: Docs): SettledBody {
  const properties = Object.entries(value).map(([name, shown]): BodyProperty => ({
    name,
    type: valueType(shown, page, docs.index),
    required: false,
    nullable: false,
    description: [],
  }));
  const because = "the section on the body shows it";
  const claim = { about: "type", from: "example", because, page: page.path, place } as const;
  return {
    body: { kind: "json", properties, partial: method === "PATCH" },
    evidence: properties.map(({ name, type }) => ({ ...claim, of: `body.${name}`, says: type })),
  };
}
