/** Bodies of forms: `application/x-www-form-urlencoded`. */

export const FORM = "application/x-www-form-urlencoded";
const FIELD = /^[A-Za-z_$][\w.$[\]-]*=/;

/** Whether a content type is that of a form. */
export function isForm(contentType: string | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === FORM;
}

/** Whether a text is fields of a form, and nothing else. */
export function isFormText(text: string): boolean {
  return (
    text.trim() !== "" &&
    text
      .trim()
      .split("&")
      .every((field) => FIELD.test(field.trimStart()))
  );
}

/** The fields of a form by name; undefined where a name comes twice or leads into another: no one member holds its value. */
export function fieldsOf(text: string): ReadonlyMap<string, string> | undefined {
  const pairs = [...new URLSearchParams(text.trim())];
  const fields = new Map(pairs);
  return fields.size === pairs.length && pairs.every(([name]) => !name.includes("[")) ? fields : undefined;
}
