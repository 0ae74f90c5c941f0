/** Addresses in examples that are of another version of the API than the docs. */
import { locateJson } from "../../shared/json/locate.js";
import { isObject } from "../../shared/json/json.js";
import type { Place } from "../../shared/place.js";
import { hostOf, isVersion, splitUrl } from "../../shared/odata/url.js";
import type { OperationDraft } from "../operations/draft.js";
import { isHandedOut } from "../operations/exchanges.js";
import type { Report } from "../../findings/collect.js";

const CONTEXT = "@odata.context";

/** Findings `version-differs`; `baseUrl` is the address that all calls have in common. */
export function reportVersions(drafts: readonly OperationDraft[], baseUrl: string | undefined, report: Report): void {
  const own = baseUrl === undefined ? "" : splitUrl(`${baseUrl}/`).version;
  if (baseUrl === undefined || !isVersion(own)) return;
  const host = hostOf(baseUrl);
  const seen = new Set<unknown>();
  for (const { page, exchanges } of drafts) {
    for (const { pair, response } of exchanges) {
      const check = (where: string, url: string, place: Place): void => {
        const { version } = splitUrl(url);
        if (hostOf(url) !== host || !isVersion(version) || version.toLowerCase() === own.toLowerCase()) return;
        report("version-differs", page.path, place, where, { where, shown: version, own });
      };
      if (!isHandedOut(pair.request) && !seen.has(pair.request))
        check("The address of the example", pair.request.url, pair.request.place);
      seen.add(pair.request);
      const body = response?.body;
      const context = body?.kind === "json" && isObject(body.value) ? body.value[CONTEXT] : undefined;
      if (body?.kind === "json" && typeof context === "string")
        check(`The ${CONTEXT} of the answer`, context, locateJson(body, [CONTEXT]));
    }
  }
}
