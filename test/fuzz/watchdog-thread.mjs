/**
 * The thread beside a job: when it has used up its time, stops it as a debugger would, notes where it stands and with which page, and ends the
 * process. Plain JavaScript, since tsx reaches no threads.
 */
import { appendFileSync } from "node:fs";
import { Session } from "node:inspector";
import { workerData } from "node:worker_threads";

const { end, diary } = workerData;
/** What functions call the thing that they work on; the first that is there has the page's path. */
const pages = [
  "page.path",
  "source.path",
  "operation.page",
  "plan.operation.page",
  "each.page",
  "type.pages[0]",
  "path",
];
const page = pages.map((path) => `(() => { try { return ${path} } catch {} })()`).join(" ?? ");

const timer = setInterval(() => {
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1e6 < end[0]) return;
  clearInterval(timer);
  // Where nothing can stop it, it is ended all the same.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 5000);
  const session = new Session();
  session.connectToMainThread();
  session.on("Debugger.paused", ({ params }) => note(session, params.callFrames));
  session.post("Debugger.enable");
  session.post("Debugger.pause");
}, 250);

function note(session, frames) {
  for (const { functionName, url, location } of frames.slice(0, 200))
    appendFileSync(diary, `\n    at ${functionName} (${url}:${location.lineNumber + 1}:1)`);
  let open = frames.length;
  for (const { callFrameId } of frames)
    session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression: page, returnByValue: true }, (_, found) => {
      if (typeof found?.result.value === "string") appendFileSync(diary, `\npage ${found.result.value}`);
      if (--open === 0) process.kill(process.pid, "SIGKILL");
    });
}
