/** `validate.ts <redocly|specification> <document> [rules]`: what a validator of the project's tests says of a document, as JSON. */
import { readFileSync } from "node:fs";
import { redocly, specification } from "../openapi/validators.js";

const [validator, file = "", rules] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const isStrict = rules === "recommended-strict";
const verdict =
  validator === "redocly"
    ? await redocly(text, isStrict ? "recommended-strict" : "recommended")
    : await specification(text);
console.log(JSON.stringify(verdict));
