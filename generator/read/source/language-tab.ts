/** Tabs that show the same request as a program. */

const LANGUAGE =
  /^(?:c#|csharp|cs|dotnet|javascript|js|typescript|ts|node(?:js)?|objc|objective-?c|swift|java|kotlin|android|go|php|python|ruby|rust|cli|powershell|ps|bash|curl|terraform|bicep)$/i;

/** True for the id of a tab (`csharp` of `#tab/csharp`) that shows a program instead of a request. */
export function isLanguageTab(id: string): boolean {
  return LANGUAGE.test(id);
}
