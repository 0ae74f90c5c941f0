/** A real Chromium without a window, where the machine has one. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { toolsOf } from "./tools.js";

/** The little that is used of playwright-core. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; headless: boolean; args: readonly string[] }): Promise<Browser>;
  };
}

export interface Browser {
  newPage(options?: {
    readonly javaScriptEnabled?: boolean;
    readonly colorScheme?: "light" | "dark";
    readonly forcedColors?: "active";
  }): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(code: string): Promise<unknown>;
  innerText(selector: string): Promise<string>;
  waitForSelector(selector: string, options?: { readonly timeout: number }): Promise<unknown>;
  on(event: "request", told: (request: { url(): string }) => void): unknown;
  readonly keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Starts it; undefined, and said so, where there is none. `what` is skipped then. */
export function chromiumFor(what: string): (() => Promise<Browser>) | undefined {
  const executablePath = programs.find((path) => existsSync(path));
  const tools = toolsOf("everywhere");
  if (executablePath === undefined || tools === undefined) {
    console.log(`skipped: ${what} in headless Chromium (there is none on this machine)`);
    return undefined;
  }
  const { chromium }: Playwright = createRequire(`${tools}/`)("playwright-core");
  return () => chromium.launch({ executablePath, headless: true, args: flags.split(" ") });
}
